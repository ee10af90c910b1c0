// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// A server that writes down what it is asked and gives the answers it was told to give.

import { once } from 'node:events';
import { createServer } from 'node:http';

import { exampleAnswer, operationOf } from './contract.mjs';

const basePath = '/v1';
// What an unwise client would put into the next URL as it stands.
const awkwardCursor = 'page 2/ä+&=%3A?#';

// answer(request, response) gets {method, url, headers, body}: url is the target below the base URL as
// it was sent, body is text. What it is asked stands in `requests`.
export async function startAnswerServer(answer = answerByExample) {
    const requests = [];
    const server = createServer(async (incoming, response) => {
        let body = '';
        for await (const part of incoming.setEncoding('utf8'))
            body += part;
        const request = {
            method: incoming.method,
            url: incoming.url.startsWith(`${basePath}/`) ? incoming.url.slice(basePath.length) : incoming.url,
            headers: incoming.headers,
            body,
        };
        requests.push(request);
        answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const stop = () => {
        server.closeAllConnections();
        server.close();
        return once(server, 'close');
    };
    return { baseUrl: `http://127.0.0.1:${server.address().port}${basePath}`, requests, stop };
}

export function answerJson(response, status, value) {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(value));
}

// A good answer out of the contract; lists have two pages.
export function answerByExample(request, response) {
    const operation = operationOf(request.method, request.url);
    if (!operation) {
        response.writeHead(404).end();
        return;
    }
    const answer = exampleAnswer(operation);
    if ('next' in answer.data) {
        const cursor = new URLSearchParams(request.url.split('?')[1]).get('cursor');
        answer.data.next = cursor === awkwardCursor ? null : awkwardCursor;
    }
    answerJson(response, 200, answer);
}
