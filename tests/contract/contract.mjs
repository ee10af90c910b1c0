// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// What kombo-connect.openapi.yaml says about one request or one answer. The checks return what is
// wrong as a list of sentences, so that one test can show all of it.

import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const document = parse(readFileSync(new URL('kombo-connect.openapi.yaml', import.meta.url), 'utf8'));
const documentId = 'https://contract.invalid/';
const methods = ['get', 'put', 'post', 'delete', 'patch'];

// ajv, being strict, knows only the keywords of JSON Schema.
const withoutExtensions = (key, value) => (key.startsWith('x-') ? undefined : value);
const plainSchema = schema => JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${documentId}#/$defs/`), withoutExtensions);

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);
ajv.addSchema({ $id: documentId, $defs: plainSchema(document.components.schemas) });

const validators = new Map();

function validator(schema) {
    const text = JSON.stringify(schema);
    if (!validators.has(text))
        validators.set(text, ajv.compile(plainSchema(schema)));
    return validators.get(text);
}

function problems(schema, value, where) {
    const validate = validator(schema);
    if (validate(value))
        return [];
    return validate.errors.map(({ instancePath, message, params }) =>
        `${where}${instancePath} ${message} ${JSON.stringify(params)}`);
}

function resolved(item) {
    if (!item.$ref)
        return item;
    return item.$ref.slice(2).split('/').reduce((found, key) => found[key], document);
}

function operationFrom(template, path, method) {
    const { operationId, requestBody, responses, parameters = [] } = path[method];
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
    return {
        id: operationId,
        method: method.toUpperCase(),
        pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
        names,
        parameters: [...(path.parameters ?? []), ...parameters].map(resolved),
        requestBody,
        responses,
    };
}

export const operations = Object.entries(document.paths).flatMap(([template, path]) =>
    methods.filter(method => path[method]).map(method => operationFrom(template, path, method)));

// The codes of the error envelope, null among them, and the status each comes with.
export const errorCodes = document.components.schemas.Error.properties.error.properties.code.enum;
export const statusOfCode = code => document.info['x-error-status-map'][code]?.http ?? 500;

// url is the request's target as it was sent, below the base URL. Nothing if no operation matches.
export function operationOf(method, url) {
    const path = url.split('?')[0];
    return operations.find(operation => operation.method === method && operation.pattern.test(path));
}

export function operationById(id) {
    return operations.find(operation => operation.id === id);
}

function checkPath(operation, path) {
    const values = operation.pattern.exec(path).slice(1);
    return operation.names.flatMap((name, index) => {
        const value = values[index];
        // A colon could stay as it is in a path; the contract says that it does not.
        if (!/^(?:[\w.~!'()*-]|%[0-9A-F]{2})+$/.test(value))
            return [`path ${name} is not percent-encoded as one segment: ${value}`];
        const { schema } = operation.parameters.find(parameter => parameter.name === name);
        return problems(schema, decodeURIComponent(value), `path ${name}`);
    });
}

function checkQuery(operation, query) {
    const found = [];
    const seen = new Set();
    for (const [name, value] of new URLSearchParams(query)) {
        const parameter = operation.parameters.find(known => known.in === 'query' && known.name === name);
        if (!parameter || seen.has(name)) {
            found.push(`query ${name} is unknown or repeated`);
            continue;
        }
        seen.add(name);
        const isNumber = parameter.schema.type === 'integer' && /^-?\d+$/.test(value);
        found.push(...problems(parameter.schema, isNumber ? Number(value) : value, `query ${name}`));
    }
    return found;
}

function checkHeaders(operation, headers, apiKey, hasBody) {
    const expected = {
        accept: 'application/json',
        authorization: `Bearer ${apiKey}`,
        'content-type': hasBody ? 'application/json' : undefined,
    };
    const found = Object.keys(expected)
        .filter(name => headers[name] !== expected[name])
        .map(name => `header ${name} is not what it has to be`);
    const wanted = operation.parameters.find(parameter => parameter.in === 'header');
    const value = headers['x-integration-id'];
    if (Boolean(wanted) !== (value !== undefined))
        found.push('header x-integration-id stands where it should not, or is missing');
    else if (wanted && (value === '' || value.includes('%3A')))
        found.push('header x-integration-id is empty or percent-encoded');
    if (headers.cookie)
        found.push('a cookie was sent');
    return found;
}

function checkBody(operation, body) {
    if (!operation.requestBody)
        return body === '' ? [] : ['a body was sent where none belongs'];
    const { schema } = operation.requestBody.content['application/json'];
    const value = JSON.parse(body);
    // The schema lets unknown properties pass, the strict writer does not write them.
    const known = Object.keys(resolved(schema).properties ?? {});
    const unknown = Object.keys(value).filter(name => !known.includes(name));
    return [...problems(schema, value, 'body'), ...unknown.map(name => `body ${name} is unknown`)];
}

// request: {method, url, headers, body} with the target below the base URL and the body as text.
export function checkRequest({ method, url, headers, body }, apiKey) {
    const operation = operationOf(method, url);
    if (!operation)
        return [`no operation is called by ${method} ${url}`];
    const [path, query = ''] = url.split('?');
    return [
        ...checkPath(operation, path),
        ...checkQuery(operation, query),
        ...checkHeaders(operation, headers, apiKey, body !== ''),
        ...checkBody(operation, body),
    ].map(problem => `${operation.id}: ${problem}`);
}

// answer: {status, contentType, body} with the body as text.
export function checkAnswer(operation, { status, contentType, body }) {
    const response = resolved(operation.responses[status] ?? operation.responses.default);
    if (!/^application\/json(; *charset=utf-8)?$/i.test(contentType ?? ''))
        return [`${operation.id}: the content type is ${contentType}`];
    let value;
    try {
        value = JSON.parse(body);
    } catch {
        return [`${operation.id}: the body of ${status} is no JSON`];
    }
    return problems(response.content['application/json'].schema, value, `${operation.id}: ${status}`);
}

// A good answer of the operation, out of the document: the first one, or the one named.
export function exampleAnswer(operation, name) {
    const examples = operation.responses[200].content['application/json'].examples;
    return structuredClone((name ? examples[name] : Object.values(examples)[0]).value);
}

// Whether a request body is what the contract wants; the same judgement as checkRequest() has.
export function isGoodBody(operation, value) {
    const { schema } = operation.requestBody.content['application/json'];
    return problems(schema, value, 'body').length === 0;
}

// What a request body may hold: a full example, and the names of all properties.
export function bodyOf(operation) {
    const { schema, examples: named } = operation.requestBody.content['application/json'];
    const values = Object.values(named).map(({ value }) => value);
    const fullest = values.reduce((one, other) =>
        (Object.keys(other).length > Object.keys(one).length ? other : one));
    return { example: structuredClone(fullest), names: Object.keys(resolved(schema).properties ?? {}) };
}

// Every example of the document with its schema, for checking the checker.
export function examples() {
    return operations.flatMap(operation => {
        const contents = [operation.requestBody, ...Object.values(operation.responses)]
            .filter(Boolean).map(item => resolved(item).content['application/json']);
        return contents.flatMap(({ schema, examples: named = {} }) => Object.entries(named)
            .map(([name, { value }]) => ({
                name: `${operation.id}: ${name}`,
                value,
                check: candidate => problems(schema, candidate, name),
            })));
    });
}
