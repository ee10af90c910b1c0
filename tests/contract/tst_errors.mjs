// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// The cases of the SDK's own tests of its error handling (tests/error-handling.spec.ts of the pinned
// package), sent to our client: each ends as one typed error, one sentence and the right exit code.
// Every answer also quotes the key and the token it was asked with, and neither may come out again.
// CONNECT_DESK names the program.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';

import { startAnswerServer } from './answerserver.mjs';
import { cases, organization } from './cases.mjs';
import { errorCodes, exampleAnswer, operationOf, statusOfCode } from './contract.mjs';
import { errorOf, run } from './program.mjs';

const apiKey = randomBytes(18).toString('base64url');
const token = `act.+/${randomBytes(18).toString('base64url')}`;
const logUrl = 'https://app.kombo.dev/logs/abc123';

const get = ['resolve', token];
const post = ['create-link', '--email', 'jo@northwind.example', '--organization', organization];

// Stands for what the server quotes of the request.
const quoted = '«quoted»';
const quotedFrom = ({ url, headers }) => [headers.authorization, url, decodeURIComponent(url)].join(' ');

const html = `<!DOCTYPE html>
<html><head><title>503 Service Temporarily Unavailable</title></head>
<body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx/1.18.0</center>
<!-- ${quoted} --><p>${quoted}</p></body></html>`;
const envelope = (code, message, title = 'A title') => JSON.stringify({
    status: 'error',
    error: { code, title, message: `${message} ${quoted}`, log_url: logUrl },
});
const json = { 'Content-Type': 'application/json' };
// Without it the client waits for seconds before it asks again; how long is not what is tested here.
const soon = { 'retry-after-ms': '1' };

// The SDK's cases that are of no use here are those of other endpoints with the same code.
const answers = [
    {
        name: 'plain text 500 without a content type',
        answer: { status: 500, body: `500 Internal Server Error ${quoted}` },
        error: { kind: 'server', http_status: 500, code: null },
        code: 5,
    },
    {
        name: 'text/plain 502',
        answer: { status: 502, headers: { 'Content-Type': 'text/plain' }, body: `502 Bad Gateway ${quoted}` },
        error: { kind: 'server', http_status: 502, code: null },
        code: 5,
    },
    {
        name: 'an HTML 503 page',
        answer: { status: 503, headers: soon, body: html },
        error: { kind: 'server', http_status: 503, code: null },
        code: 5,
        isRepeated: true,
    },
    {
        name: 'an empty 500',
        answer: { status: 500, body: '' },
        error: { kind: 'server', http_status: 500, code: null },
        code: 5,
    },
    {
        name: 'text/xml 500',
        answer: { status: 500, headers: { 'Content-Type': 'text/xml' }, body: `Server error occurred ${quoted}` },
        error: { kind: 'server', http_status: 500, code: null },
        code: 5,
    },
    {
        name: 'JSON 500 that is cut off',
        answer: { status: 500, headers: json, body: '{"status": "error", "error": {"code": "UNKNOWN"' },
        error: { kind: 'server', http_status: 500, code: null },
        code: 5,
    },
    {
        name: 'JSON 500 of another shape',
        answer: {
            status: 500,
            headers: json,
            body: JSON.stringify({ errorCode: '500', errorMessage: `Internal server error ${quoted}`,
                timestamp: '2024-01-01T00:00:00Z' }),
        },
        error: { kind: 'server', http_status: 500, code: null },
        code: 5,
    },
    {
        name: 'a rate limit to the end',
        answer: { status: 429, headers: { ...json, ...soon },
            body: envelope('PLATFORM.RATE_LIMIT_EXCEEDED', 'You have exceeded the rate limit.') },
        error: { kind: 'rate_limited', http_status: 429, code: 'PLATFORM.RATE_LIMIT_EXCEEDED' },
        code: 6,
        isRepeated: true,
    },
    {
        name: 'a code of another family of endpoints, ATS.JOB_CLOSED',
        answer: { status: 400, headers: json, body: envelope('ATS.JOB_CLOSED', 'The job must be open.') },
        error: { kind: 'rejected', http_status: 400, code: 'ATS.JOB_CLOSED', title: 'A title', log_url: logUrl },
        code: 4,
    },
    {
        name: 'INTEGRATION.PERMISSION_MISSING',
        answer: { status: 403, headers: json,
            body: envelope('INTEGRATION.PERMISSION_MISSING', 'The integration lacks permissions.') },
        error: { kind: 'rejected', http_status: 403, code: 'INTEGRATION.PERMISSION_MISSING' },
        code: 4,
    },
    {
        name: 'PLATFORM.INPUT_INVALID',
        answer: { status: 400, headers: json, body: envelope('PLATFORM.INPUT_INVALID', 'The input is invalid.') },
        error: { kind: 'rejected', http_status: 400, code: 'PLATFORM.INPUT_INVALID', title: 'A title' },
        code: 4,
    },
    {
        name: 'PLATFORM.AUTHENTICATION_INVALID',
        answer: { status: 401, headers: json,
            body: envelope('PLATFORM.AUTHENTICATION_INVALID', 'The API key is invalid or expired.') },
        error: { kind: 'unauthorized', http_status: 401, code: 'PLATFORM.AUTHENTICATION_INVALID' },
        code: 3,
    },
];

// What is an error at 200 too, because it is not what was asked for.
answers.push(...[
    { name: 'plain text', body: `all is well ${quoted}` },
    { name: 'HTML', headers: { 'Content-Type': 'text/html' }, body: html },
    { name: 'nothing', headers: json, body: '' },
    { name: 'a good answer that is called text', headers: { 'Content-Type': 'text/plain' }, isGood: true },
    { name: 'JSON that is cut off', headers: json, body: '{"status": "success", "data": {"link"' },
    { name: 'JSON of another shape', headers: json, body: JSON.stringify({ ok: quoted }) },
].map(({ name, ...answer }) => ({
    name: `200 with ${name}`,
    answer: { status: 200, ...answer },
    error: { kind: 'protocol', http_status: 200, code: null },
    code: 5,
})));

const kindOfCode = {
    'PLATFORM.RATE_LIMIT_EXCEEDED': ['rate_limited', 6],
    'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED': ['rate_limited', 6],
    'PLATFORM.INTEGRATION_NOT_FOUND': ['not_found', 4],
    'PLATFORM.INPUT_INVALID': ['rejected', 4],
    'PLATFORM.UNKNOWN_ERROR': ['server', 5],
    'PLATFORM.IP_NOT_WHITELISTED': ['network_not_allowed', 3],
    'PLATFORM.AUTHENTICATION_INVALID': ['unauthorized', 3],
    'PLATFORM.TASK_TIMED_OUT': ['server', 5],
    null: ['server', 5],
};

const ofCodes = errorCodes.map(kombo => ({
    name: `the code ${kombo}`,
    answer: { status: statusOfCode(kombo), headers: { ...json, ...soon }, body: envelope(kombo, 'A message.', null) },
    error: {
        kind: kindOfCode[kombo][0],
        http_status: statusOfCode(kombo),
        code: kombo,
        title: null,
        log_url: logUrl,
    },
    code: kindOfCode[kombo][1],
}));

function checkError({ stdout, stderr, code }, wanted) {
    for (const secret of [apiKey, token, encodeURIComponent(token)])
        assert.ok(!(stdout + stderr).includes(secret), 'a secret was printed');
    const error = errorOf({ stdout, stderr });
    assert.deepEqual(Object.keys(error).sort(), ['code', 'http_status', 'kind', 'log_url', 'message', 'title']);
    for (const [name, value] of Object.entries(wanted.error))
        assert.equal(error[name], value, `${name}: ${stderr}`);
    assert.equal(code, wanted.code, stderr);
    assert.match(stderr.split('\n')[0], /^\S.*\.$/, 'a sentence was expected');
    assert.doesNotMatch(stderr, /<(?:!|\/?\w)/, 'markup was printed');
}

// Runs a verb against a server that always gives the same answer, or none; returns how often it was asked.
async function check(args, wanted) {
    const server = await startAnswerServer((request, response) => {
        if (!wanted.answer)
            return;
        const { status, headers = {}, body, isGood } = wanted.answer;
        const text = isGood ? JSON.stringify(exampleAnswer(operationOf(request.method, request.url))) : body;
        response.writeHead(status, headers).end(text.replaceAll(quoted, quotedFrom(request)));
    });
    try {
        const result = await run(apiKey, ...args, '--base-url', server.baseUrl, '--json');
        checkError(result, wanted);
        return server.requests.length;
    } finally {
        await server.stop();
    }
}

// Side by side, because half of the time goes into waits between attempts.
describe('our client', { concurrency: 3 }, () => {
    for (const wanted of answers) {
        for (const [method, args] of [['GET', get], ['POST', post]]) {
            test(`${wanted.name}, by ${method}`, async () => {
                const times = await check(args, wanted);
                assert.equal(times > 1, Boolean(wanted.isRepeated), `it was asked ${times} times`);
            });
        }
    }

    const timeout = { error: { kind: 'timeout', http_status: null, code: null }, code: 5 };
    test('a time-out, by GET', () => check([...get, '--timeout', '1'], timeout));
    test('a time-out, by POST', () => check([...post, '--timeout', '1'], timeout));

    for (const wanted of ofCodes)
        test(wanted.name, () => check(get, wanted));

    // The other verbs need not be told all of it: they share what reads an answer.
    const verbs = [...new Map(cases.map(({ args }) => [args[0], args]))];
    for (const name of ['plain text 500 without a content type', '200 with JSON of another shape']) {
        const wanted = answers.find(answer => answer.name === name);
        for (const [verb, args] of verbs)
            test(`${verb}: ${name}`, () => check(args, wanted));
    }
});
