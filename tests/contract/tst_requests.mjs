// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// Given the same input, our client and the official SDK ask the same. CONNECT_DESK names the program.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';

import { startAnswerServer } from './answerserver.mjs';
import { cases, sdkFor } from './cases.mjs';
import { checkRequest, operationOf, operations } from './contract.mjs';
import { run } from './program.mjs';

// What may differ, and why. Anything else fails, and so does a line here that no longer applies.
const allowedDifferences = {
    'escapes of the path': "encodeURIComponent leaves !'()* as they are, Qt escapes them; both mean the same",
    'query page_size': 'the SDK asks for its default of 100, our client for the largest page there is',
    'header user-agent': 'each client names itself',
    'header accept-encoding': 'what the HTTP library can unpack',
    'header accept-language': 'Node says that it takes any language, Qt names one; the API has none',
    'header sec-fetch-mode': "of Node's fetch, which does as browsers do",
    'header cookie': 'the SDK sends an empty one',
};

const apiKey = randomBytes(18).toString('base64url');
const occurred = new Set();
const asked = new Set();

// Of the connection rather than of the request.
const hopByHop = ['connection', 'content-length', 'host', 'transfer-encoding'];

function headersOf(request) {
    return Object.fromEntries(Object.entries(request.headers).filter(([name]) => !hopByHop.includes(name)));
}

function queryOf(request) {
    return Object.fromEntries(new URLSearchParams(request.url.split('?')[1]));
}

function bodyOf(request) {
    return request.body === '' ? {} : JSON.parse(request.body);
}

function unlike(kind, ours, theirs) {
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
        .filter(name => !isDeepStrictEqual(ours[name], theirs[name]))
        .map(name => `${kind} ${name}`);
}

const pathOf = request => request.url.split('?')[0];

function unlikePath(ours, theirs) {
    if (ours === theirs)
        return [];
    const meaning = path => path.split('/').map(decodeURIComponent);
    return [isDeepStrictEqual(meaning(ours), meaning(theirs)) ? 'escapes of the path' : 'path'];
}

function differences(ours, theirs) {
    return [
        ...(ours.method === theirs.method ? [] : ['method']),
        ...unlikePath(pathOf(ours), pathOf(theirs)),
        ...((ours.body === '') === (theirs.body === '') ? [] : ['presence of a body']),
        ...unlike('query', queryOf(ours), queryOf(theirs)),
        ...unlike('body', bodyOf(ours), bodyOf(theirs)),
        ...unlike('header', headersOf(ours), headersOf(theirs)),
    ];
}

const readable = ({ method, url, body }) => `${method} ${url} ${body}`;

async function requestsOf(ask) {
    const server = await startAnswerServer();
    try {
        await ask(server);
        // Two lists may be read at the same time; each of them has an order.
        return server.requests.sort((one, other) => pathOf(one).localeCompare(pathOf(other)));
    } finally {
        await server.stop();
    }
}

for (const { name, args, call } of cases) {
    test(name, async () => {
        const ours = await requestsOf(async ({ baseUrl }) => {
            const result = await run(apiKey, ...args, '--base-url', baseUrl, '--json');
            assert.equal(result.code, 0, result.stderr);
            JSON.parse(result.stdout);
        });
        const theirs = await requestsOf(({ baseUrl }) => call(sdkFor({ baseUrl, apiKey })));

        assert.deepEqual(ours.flatMap(request => checkRequest(request, apiKey)), []);
        const both = [ours, theirs].map(requests => requests.map(readable).join(', ')).join('  against  ');
        assert.equal(ours.length, theirs.length, both);
        const found = new Set(ours.flatMap((request, index) => differences(request, theirs[index])));
        assert.deepEqual([...found].filter(difference => !(difference in allowedDifferences)), [], both);
        for (const difference of found)
            occurred.add(difference);
        for (const { method, url } of ours)
            asked.add(operationOf(method, url).id);
    });
}

test('every difference of the table occurs', () => {
    assert.deepEqual(Object.keys(allowedDifferences).filter(difference => !occurred.has(difference)), []);
});

test('every operation was asked for', () => {
    assert.deepEqual(operations.map(({ id }) => id).filter(id => !asked.has(id)), []);
});
