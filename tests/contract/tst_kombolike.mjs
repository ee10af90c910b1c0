// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// Connect Desk against kombolike.mjs: the whole job, and what the command line promises when the
// server or its flow misbehaves. CONNECT_DESK names the program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

import { errorOf, run } from './program.mjs';

const serverFile = fileURLToPath(new URL('kombolike.mjs', import.meta.url));
const lockFile = new URL('../../resources/web/package-lock.json', import.meta.url);
const officialVersion = JSON.parse(readFileSync(lockFile)).packages['node_modules/@kombo-api/connect'].version;

const organization = 'Müller & Söhne "Ost" <b>x</b> 株式会社 🚀';
const client = ['--email', 'jo@northwind.example', '--organization', organization];

// Starts the server; what it printed so far stands in `events`.
async function startServer(misbehaviour = {}) {
    const child = spawn(process.execPath, [serverFile], {
        env: { PATH: process.env.PATH, ...misbehaviour },
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise(resolve => child.once('exit', resolve));
    const events = [];
    const address = await new Promise((resolve, reject) => {
        child.once('exit', () => reject(new Error('the server ended before it told its address')));
        createInterface({ input: child.stdout }).on('line', line => {
            const event = JSON.parse(line);
            if (event.base_url)
                resolve(event);
            else
                events.push(event);
        });
    });
    const stop = () => {
        child.stdin.end();
        return ended;
    };
    return { ...address, events, stop };
}

// One server, one run of `connect` against it, and what holds for every such run: no secret is printed.
async function connect(misbehaviour, ...options) {
    const server = await startServer(misbehaviour);
    try {
        const result = await run(server.api_key, 'connect', '--base-url', server.base_url, '--json',
            ...client, ...options);
        const secrets = [server.api_key, ...server.events.map(event => event.token).filter(Boolean)];
        for (const secret of secrets) {
            assert.ok(!result.stdout.includes(secret), 'a secret stands on standard output');
            assert.ok(!result.stderr.includes(secret), 'a secret stands on standard error');
        }
        return { ...result, events: server.events };
    } finally {
        await server.stop();
    }
}

const calls = (result, path) => result.events.filter(event => event.event === 'call' && event.path === path);
const createLinkCalls = result => calls(result, '/v1/connect/create-link');

test('the whole job resolves to the client that was asked for', async () => {
    const result = await connect({}, '--origin-id', 'cust-0042', '--tool', 'personio');
    assert.equal(result.code, 0, result.stderr);

    const { integration, mismatches, timing_ms: timing } = JSON.parse(result.stdout);
    assert.deepEqual(integration, {
        id: 'personio:kombolike',
        tool: 'personio',
        end_user_origin_id: 'cust-0042',
        end_user_organization_name: organization,
        end_user_email: 'jo@northwind.example',
        setup_status: 'COMPLETED',
    });
    assert.deepEqual(mismatches, []);
    assert.equal(typeof timing, 'object');

    const link = result.events.find(event => event.event === 'link');
    assert.equal(link.body.end_user_organization_name, organization);
    assert.ok(!('scope_config_id' in link.body), 'a field that was not given is absent');
    assert.equal(createLinkCalls(result).length, 1);
    assert.equal(calls(result, '/v1/connect/integration-by-token/').length, 1);
});

test('the official library opens the flow', async () => {
    const result = await connect({});
    assert.equal(result.code, 0, result.stderr);
    const flows = result.events.filter(event => event.event === 'flow');
    assert.deepEqual(flows, [{ event: 'flow', sdkv: officialVersion }]);
});

test('without --json a person reads the integration', async () => {
    const server = await startServer();
    try {
        const result = await run(server.api_key, 'connect', '--base-url', server.base_url, ...client);
        assert.equal(result.code, 0, result.stderr);
        assert.match(result.stdout, /hibob:kombolike/);
        assert.ok(result.stdout.includes(organization));
    } finally {
        await server.stop();
    }
});

test('another organization than the one asked for ends with 9 and both names', async () => {
    const result = await connect({ MISMATCH: '1' });
    assert.equal(result.code, 9, result.stderr);
    const { integration, mismatches } = JSON.parse(result.stdout);
    assert.equal(integration.end_user_organization_name, 'Somebody Else Ltd');
    assert.equal(mismatches.length, 1);
    assert.ok(Object.values(mismatches[0]).includes(organization));
    assert.ok(Object.values(mismatches[0]).includes('Somebody Else Ltd'));
});

test('a flow that the user closes ends with 7', async () => {
    const result = await connect({ CLOSE: '1' });
    assert.equal(result.code, 7, result.stderr);
    errorOf(result);
    assert.equal(calls(result, '/v1/connect/integration-by-token/').length, 0);
});

test('a flow that says nothing ends with 8 when the time is up', async () => {
    const result = await connect({ SILENT: '1' }, '--timeout', '3');
    assert.equal(result.code, 8, result.stderr);
    errorOf(result);
    assert.equal(result.events.filter(event => event.event === 'flow').length, 1);
});

test('a link to a look-alike host is not opened and ends with 5', async () => {
    const result = await connect({ FOREIGN_LINK: '1' });
    assert.equal(result.code, 5, result.stderr);
    errorOf(result);
    assert.match(result.stderr, /connect\.kombo\.dev\.evil\.example/);
});

const refusals = [
    { status: 401, code: 3, kombo: 'PLATFORM.AUTHENTICATION_INVALID' },
    { status: 400, code: 4, kombo: 'PLATFORM.INPUT_INVALID' },
    { status: 404, code: 4, kombo: 'PLATFORM.INTEGRATION_NOT_FOUND' },
    { status: 500, code: 5, kombo: 'PLATFORM.UNKNOWN_ERROR' },
];
for (const { status, code, kombo } of refusals) {
    test(`an answer of ${status} ends with ${code} after one call`, async () => {
        const result = await connect({ REFUSE: String(status) });
        assert.equal(result.code, code, result.stderr);
        const error = errorOf(result);
        assert.equal(error.http_status, status);
        assert.equal(error.code, kombo);
        assert.equal(createLinkCalls(result).length, 1);
    });
}

test('a rate limit that does not end is tried again, then ends with 6', async () => {
    const result = await connect({ RATE_LIMIT: '1' });
    assert.equal(result.code, 6, result.stderr);
    assert.equal(errorOf(result).http_status, 429);
    assert.ok(createLinkCalls(result).length > 1);
});

test('a wrong key ends with 3', async () => {
    const server = await startServer();
    try {
        const result = await run('not-the-key', 'connect', '--base-url', server.base_url, '--json', ...client);
        assert.equal(result.code, 3, result.stderr);
        errorOf(result);
    } finally {
        await server.stop();
    }
});

// The rows above prove something only if the server would have noticed.
async function ask(url, { method = 'GET', headers = {}, body = '' } = {}) {
    return new Promise((resolve, reject) => {
        const call = request(url, { method, headers }, response => {
            let text = '';
            response.setEncoding('utf8').on('data', part => { text += part; });
            response.on('end', () => resolve({ status: response.statusCode, text }));
        });
        call.on('error', reject).end(body);
    });
}

// What the server prints comes by another way than its answers, and may come later.
async function eventually(look) {
    const deadline = Date.now() + 5000;
    for (;;) {
        const found = look();
        if (found)
            return found;
        assert.ok(Date.now() < deadline, 'the server did not print what was waited for');
        await new Promise(resolve => { setImmediate(resolve); });
    }
}

test('the server refuses what breaks the protocol', async () => {
    const server = await startServer();
    try {
        const headers = { Authorization: `Bearer ${server.api_key}`, 'Content-Type': 'application/json' };
        const valid = { end_user_email: 'jo@northwind.example', end_user_organization_name: organization };
        const post = (body, extra = {}) => ask(`${server.base_url}/connect/create-link`,
            { method: 'POST', headers: { ...headers, ...extra }, body: JSON.stringify(body) });

        assert.equal((await post(valid, { Authorization: 'Bearer other' })).status, 401);
        assert.equal((await post(valid, { 'Content-Type': 'text/plain' })).status, 400);
        assert.equal((await post({ ...valid, end_user_origin_id: '' })).status, 400);
        assert.equal((await post({ ...valid, surprise: 1 })).status, 400);
        assert.equal((await post({ end_user_email: valid.end_user_email })).status, 400);

        const made = await post(valid);
        assert.equal(made.status, 200);
        // By number, because this process, unlike the engine, has to look the name up.
        const link = JSON.parse(made.text).data.link.replace('localhost', '127.0.0.1');
        const framed = { headers: { 'Sec-Fetch-Dest': 'iframe' } };
        assert.equal((await ask(link, framed)).status, 400, 'a link without sdkv was opened');
        assert.equal((await ask(`${link}&sdkv=1.3.0`)).status, 400, 'a link outside a frame was opened');
        assert.equal((await ask(`${link}&sdkv=1.3.0`, framed)).status, 200);

        const { token } = await eventually(() => server.events.find(event => event.event === 'activation'));
        const resolve = segment => ask(`${server.base_url}/connect/integration-by-token/${segment}`, { headers });
        assert.equal((await resolve(token)).status, 404, 'a token that was not encoded was accepted');
        assert.equal((await resolve(encodeURIComponent(token))).status, 200);
    } finally {
        await server.stop();
    }
});
