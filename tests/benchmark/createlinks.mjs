// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// The Node parts of benchmark_createlinks (createlinks.cpp):
//   serve [CERTIFICATE KEY]
//                   answers every create-link 20 ms after it has come, over TLS if it has a
//                   certificate; prints its base URL
//   sdk BASE_URL    for each line "CALLS CONCURRENCY" on standard input makes that many calls with the
//                   official SDK and prints how many milliseconds they took
//   bare BASE_URL   the same without an SDK: what server and machine allow
// Each ends with its standard input.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { createInterface } from 'node:readline';

const [, , role, ...given] = process.argv;
const [baseUrl] = given;
const answerAfterMs = 20;

async function serve() {
    const answer = JSON.stringify({
        status: 'success',
        data: { link: `https://connect.kombo.dev/v1?token=${'header.payload.signature'.repeat(8)}` },
    });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) };
    const [certificate, key] = given;
    const tls = certificate ? { cert: readFileSync(certificate), key: readFileSync(key) } : null;
    const server = (tls ? https : http).createServer(tls ?? {}, (request, response) => {
        const send = () => response.writeHead(200, headers).end(answer);
        // An answer that came before its question was read would not keep the connection.
        request.resume().once('end', () => setTimeout(send, answerAfterMs));
    });
    // Between the rounds of one client the connections of the other lie idle.
    server.keepAliveTimeout = 0;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.stdout.write(`${tls ? 'https' : 'http'}://127.0.0.1:${server.address().port}/v1\n`);
    process.stdin.resume().once('end', () => process.exit(0));
}

const details = { end_user_email: 'jo@northwind.example', end_user_organization_name: 'Northwind Ltd' };

// Makes so many calls, so many at a time; gives the milliseconds.
async function round(call, calls, concurrency) {
    let left = calls;
    const lane = async () => {
        while (left-- > 0)
            await call();
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: concurrency }, lane));
    return performance.now() - began;
}

async function obey(call) {
    for await (const line of createInterface({ input: process.stdin })) {
        const [calls, concurrency] = line.split(' ').map(Number);
        process.stdout.write(`${await round(call, calls, concurrency)}\n`);
    }
    process.exit(0);
}

async function sdk() {
    const { Kombo } = await import(
        new URL('../contract/node_modules/@kombo-api/sdk/esm/index.js', import.meta.url));
    const kombo = new Kombo({ api_key: 'benchmark', server_url: baseUrl });
    await obey(() => kombo.connect.createConnectionLink(details));
}

async function bare() {
    const { Agent, request: ask } = baseUrl.startsWith('https:') ? https : http;
    const agent = new Agent({ keepAlive: true });
    const options = { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } };
    const body = JSON.stringify(details);
    await obey(() => new Promise((resolve, reject) => {
        ask(`${baseUrl}/connect/create-link`, options, answer => answer.resume().once('end', resolve))
            .once('error', reject).end(body);
    }));
}

await { serve, sdk, bare }[role]();
