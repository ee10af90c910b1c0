// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// A second server that speaks Kombo's protocol, written from the protocol alone and sharing nothing
// with the practice server: what one of them gets wrong, the other need not. API on 127.0.0.1, flow
// page on localhost, so the two are different origins. The first line on standard output is
// {"base_url","api_key"}; each later line is one thing that happened. Ends with its standard input.
//
// To make it misbehave, set one of these to 1 (or REFUSE to 400, 401, 404 or 500):
//   MISMATCH      the integration belongs to another organization
//   CLOSE         the user closes the flow
//   SILENT        the flow page never says anything
//   FOREIGN_LINK  the link leads to a look-alike of Kombo's host
//   REFUSE        every call is answered with that status
//   RATE_LIMIT    every call is answered with 429
// KOMBOLIKE_API_KEY sets the key that is accepted; else each run makes its own.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const { MISMATCH, CLOSE, SILENT, FOREIGN_LINK, REFUSE, RATE_LIMIT } = process.env;
const apiKey = process.env.KOMBOLIKE_API_KEY || randomBytes(18).toString('base64url');
const maximumBodyBytes = 64 * 1024;

const codes = {
    400: 'PLATFORM.INPUT_INVALID',
    401: 'PLATFORM.AUTHENTICATION_INVALID',
    404: 'PLATFORM.INTEGRATION_NOT_FOUND',
    429: 'PLATFORM.RATE_LIMIT_EXCEEDED',
    500: 'PLATFORM.UNKNOWN_ERROR',
};

const isFilled = value => typeof value === 'string' && value.length > 0;
const isFilledOrNull = value => value === null || isFilled(value);
const isBoolean = value => typeof value === 'boolean';
const isOneOf = (...values) => value => values.includes(value);

const requiredFields = ['end_user_email', 'end_user_organization_name'];
const fieldRules = {
    end_user_email: value => isFilled(value) && /^[^\s@]+@[^\s@]+$/.test(value),
    end_user_organization_name: isFilled,
    end_user_origin_id: isFilledOrNull,
    remote_environment: isFilledOrNull,
    integration_category: isOneOf('HRIS', 'ATS', 'ASSESSMENT', 'LMS'),
    integration_tool: isFilledOrNull,
    language: isOneOf('en', 'de', 'fr', 'it', 'es', null),
    scope_config_id: isFilledOrNull,
    enable_filtering: isBoolean,
    enable_field_mapping: isBoolean,
    link_type: isOneOf('EMBEDDED', 'MAGIC_LINK'),
};

const requestByLinkToken = new Map();
const requestByActivationToken = new Map();

function report(event) {
    process.stdout.write(`${JSON.stringify(event)}\n`);
}

class Refusal extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

async function readJson(request) {
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
        throw new Refusal(400, 'The body has to be JSON and to say so.');
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > maximumBodyBytes)
            throw new Refusal(400, 'The body is too large.');
        chunks.push(chunk);
    }
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
    } catch {
        throw new Refusal(400, 'The body is not JSON in UTF-8.');
    }
}

function checkCreateLink(body) {
    if (body === null || typeof body !== 'object' || Array.isArray(body))
        throw new Refusal(400, 'The body has to be an object.');
    for (const field of requiredFields) {
        if (!(field in body))
            throw new Refusal(400, `${field} is missing.`);
    }
    for (const [field, value] of Object.entries(body)) {
        if (!Object.hasOwn(fieldRules, field))
            throw new Refusal(400, `${field} is unknown.`);
        if (!fieldRules[field](value))
            throw new Refusal(400, `${field} has a value that is not allowed.`);
    }
}

async function createLink(request) {
    const body = await readJson(request);
    checkCreateLink(body);
    const token = randomBytes(24).toString('base64url');
    requestByLinkToken.set(token, body);
    report({ event: 'link', token, body });
    const host = FOREIGN_LINK ? 'https://connect.kombo.dev.evil.example' : `http://localhost:${flow.address().port}`;
    return { link: `${host}/v1?token=${token}` };
}

function integrationByToken(token) {
    const made = requestByActivationToken.get(token);
    if (!made)
        throw new Refusal(404, 'No integration belongs to this token.');
    const tool = made.integration_tool ?? 'hibob';
    return {
        tool,
        id: `${tool}:kombolike`,
        end_user_origin_id: made.end_user_origin_id ?? null,
        end_user_organization_name: MISMATCH ? 'Somebody Else Ltd' : made.end_user_organization_name,
        end_user_email: made.end_user_email,
        setup_status: 'COMPLETED',
        // Real servers send what the contract does not name; a client has to put up with it.
        a_property_of_tomorrow: { nested: [1, 2, 3] },
    };
}

async function answerOf(request) {
    if (RATE_LIMIT)
        throw new Refusal(429, 'Too many requests.');
    if (REFUSE)
        throw new Refusal(Number(REFUSE), 'This server was told to refuse.');
    if (request.headers.authorization !== `Bearer ${apiKey}`)
        throw new Refusal(401, 'The key is not accepted.');
    if (request.method === 'POST' && request.url === '/v1/connect/create-link')
        return createLink(request);
    const byToken = /^\/v1\/connect\/integration-by-token\/([^/?]+)$/.exec(request.url);
    if (request.method === 'GET' && byToken)
        return integrationByToken(decodeURIComponent(byToken[1]));
    throw new Refusal(404, 'There is nothing here.');
}

async function serveApi(request, response) {
    let status = 200;
    let body;
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    try {
        body = { status: 'success', data: await answerOf(request) };
    } catch (error) {
        status = error instanceof Refusal ? error.status : 500;
        body = {
            status: 'error',
            error: { code: codes[status], title: null, message: error.message, log_url: null },
        };
        if (status === 429)
            headers['Retry-After'] = '1';
    }
    // The path without a token: what is printed here may end up in a log.
    const path = request.url.replace(/(integration-by-token\/).*/, '$1');
    report({ event: 'call', method: request.method, path, status });
    response.writeHead(status, headers).end(JSON.stringify(body));
}

// What the page says to its parent, in order. The first message is one that a client does not know
// and has to pass over.
function messagesOf(made) {
    const unknown = { type: 'ready', data: { step: 1 } };
    if (SILENT)
        return [];
    if (CLOSE)
        return [unknown, { type: 'close' }];
    // A slash, a percent sign and a plus: only a client that encodes the token as one path segment
    // gets it through.
    const token = `act.${randomBytes(12).toString('hex')}/50%25+1=`;
    requestByActivationToken.set(token, made);
    report({ event: 'activation', token });
    return [unknown, { type: 'success', data: { activation_token: token } }];
}

function serveFlow(request, response) {
    const url = new URL(request.url, 'http://localhost');
    const made = requestByLinkToken.get(url.searchParams.get('token'));
    const sdkv = url.searchParams.get('sdkv');
    const destination = request.headers['sec-fetch-dest'];
    // The official library adds sdkv and opens the link in a frame; without both it was not at work.
    const isDrivenByLibrary = /^\d+\.\d+\.\d+$/.test(sdkv ?? '') && destination === 'iframe';
    if (url.pathname !== '/v1' || !made || !isDrivenByLibrary) {
        response.writeHead(400, { 'Content-Type': 'text/plain' }).end('This link cannot be opened so.');
        return;
    }
    report({ event: 'flow', sdkv });
    const messages = JSON.stringify(messagesOf(made)).replaceAll('<', '\\u003c');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Flow</title><p>A stand-in for the Connect flow.</p><script>
        ${messages}.forEach((message, index) =>
            setTimeout(() => parent.postMessage(message, '*'), index * 200));
        </script>`);
}

const api = createServer(serveApi).listen(0, '127.0.0.1');
const flow = createServer(serveFlow).listen(0, '127.0.0.1');
await Promise.all([once(api, 'listening'), once(flow, 'listening')]);
report({ base_url: `http://127.0.0.1:${api.address().port}/v1`, api_key: apiKey });

process.stdin.resume().on('end', () => process.exit(0));
