// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// Connect Desk as a child process, in a home of its own. CONNECT_DESK names the program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = process.env.CONNECT_DESK;
assert.ok(program, 'CONNECT_DESK has to name the program');

const home = mkdtempSync(join(tmpdir(), 'connect-desk-contract-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));

function start(apiKey, args, options) {
    return spawn(program, args, {
        env: {
            ...process.env,
            CONNECT_DESK_API_KEY: apiKey,
            HOME: home,
            XDG_CACHE_HOME: join(home, 'cache'),
            XDG_CONFIG_HOME: join(home, 'config'),
            XDG_DATA_HOME: join(home, 'data'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...options,
    });
}

// Runs one verb to its end; code is the exit code, or the signal that ended it.
export async function run(apiKey, ...args) {
    const child = start(apiKey, args, { timeout: 40_000 });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', text => { stderr += text; });
    const code = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (status, signal) => resolve(status ?? signal));
    });
    return { code, stdout, stderr };
}

// The error document of --json: the last line of standard error, after the sentence.
export function errorOf({ stdout, stderr }) {
    assert.equal(stdout, '');
    const lines = stderr.trimEnd().split('\n');
    assert.ok(lines.length >= 2, `a sentence and a document were expected, not: ${stderr}`);
    return JSON.parse(lines.at(-1)).error;
}

// The practice server, until stop() is called. control() makes a call beside its API, under /practice.
export async function startPractice() {
    const child = start('', ['practice', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    // Nobody else would end it if the test breaks off.
    process.once('exit', () => child.kill());
    const ended = new Promise(resolve => { child.once('close', resolve); });
    const { base_url: baseUrl, api_key: apiKey } = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', () => reject(new Error('the practice server ended before it told its address')));
        createInterface({ input: child.stdout }).once('line', line => resolve(JSON.parse(line)));
    });
    const control = async (method, path, body) => {
        const answer = await fetch(new URL(`/practice/${path}`, baseUrl), {
            method,
            headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await answer.text();
        assert.equal(answer.status, 200, `${method} /practice/${path}: ${text}`);
        return JSON.parse(text).data;
    };
    const stop = () => {
        child.kill('SIGTERM');
        return ended;
    };
    return { baseUrl, apiKey, control, stop };
}
