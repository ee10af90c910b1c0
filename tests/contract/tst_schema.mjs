// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// Every answer of the practice server and every request of our client against the contract
// (kombo-connect.openapi.yaml), by a JSON Schema library. CONNECT_DESK names the program.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';

import { startAnswerServer } from './answerserver.mjs';
import { cases } from './cases.mjs';
import {
    bodyOf, checkAnswer, checkRequest, errorCodes, examples, isGoodBody, operationOf, operations, statusOfCode,
} from './contract.mjs';
import { run, startPractice } from './program.mjs';

const practice = await startPractice();
after(practice.stop);

const answered = new Set();

// Asks the practice server, and holds the answer against the contract.
async function ask(method, path, { body, key = practice.apiKey, headers = {} } = {}) {
    const isText = typeof body === 'string';
    const answer = await fetch(practice.baseUrl + path, {
        method,
        headers: {
            Accept: 'application/json',
            ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...headers,
        },
        body: isText ? body : JSON.stringify(body),
    });
    const { status } = answer;
    const text = await answer.text();
    const operation = operationOf(method, path);
    assert.ok(operation, `${method} ${path}`);
    const contentType = answer.headers.get('content-type');
    assert.deepEqual(checkAnswer(operation, { status, contentType, body: text }), [], text.slice(0, 1000));
    answered.add(`${operation.id} ${status === 200 ? 'good' : 'error'}`);
    const { data, error } = JSON.parse(text);
    return { status, data, error };
}

async function good(...request) {
    const { status, data, error } = await ask(...request);
    assert.equal(status, 200, `${request[0]} ${request[1]}: ${error?.message}`);
    return data;
}

async function refused(code, ...request) {
    const { status, error } = await ask(...request);
    assert.deepEqual({ status, code: error?.code }, { status: statusOfCode(code), code },
        `${request[0]} ${request[1]} ${JSON.stringify(request[2])}: ${error?.message}`);
}

async function newIntegration(properties = { field_mapping: true }) {
    const { id } = await practice.control('POST', 'integrations', properties);
    return { id, path: `/integrations/${encodeURIComponent(id)}` };
}

async function tokenPath(id) {
    const { activation_token: token } =
        await practice.control('POST', 'activation-tokens', { integration_id: id });
    return `/connect/integration-by-token/${encodeURIComponent(token)}`;
}

// A good request of every operation; the parts stand in the order of ask().
async function requestsAbout({ id, path }) {
    const fields = (await good('GET', `${path}/integration-fields`)).results;
    const customFields = (await good('GET', `${path}/custom-fields`)).results;
    return {
        GetCheckApiKey: ['GET', '/check-api-key'],
        PostConnectCreateLink: ['POST', '/connect/create-link',
            { body: { end_user_email: 'jo@northwind.example', end_user_organization_name: 'Northwind Ltd' } }],
        GetConnectIntegrationByTokenToken: ['GET', await tokenPath(id)],
        GetToolsCategory: ['GET', '/tools/hris'],
        GetIntegrationsIntegrationId: ['GET', path],
        DeleteIntegrationsIntegrationId: ['DELETE', path, { body: {} }],
        PutIntegrationsIntegrationIdEnabled: ['PUT', `${path}/enabled`, { body: { value: true } }],
        PostIntegrationsIntegrationIdRelink: ['POST', `${path}/relink`, { body: {} }],
        PostIntegrationsIntegrationIdSetupLink: ['POST', `${path}/setup-link`, { body: { link_type: 'EMBEDDED' } }],
        GetIntegrationsIntegrationIdIntegrationFields: ['GET', `${path}/integration-fields`],
        PatchIntegrationsIntegrationIdIntegrationFieldsIntegrationFieldId:
            ['PATCH', `${path}/integration-fields/${fields[0].id}`, { body: { enable_passthrough: true } }],
        GetIntegrationsIntegrationIdCustomFields: ['GET', `${path}/custom-fields`],
        PutIntegrationsIntegrationIdCustomFieldsCustomFieldId:
            ['PUT', `${path}/custom-fields/${customFields[0].id}`, { body: { integration_field_id: fields[0].id } }],
        PostForceSync: ['POST', '/force-sync', { body: { type: 'FULL' }, headers: { 'X-Integration-Id': id } }],
    };
}

describe('the checks', () => {
    test('know every example of the contract as good', () => {
        for (const { name, value, check } of examples())
            assert.deepEqual(check(value), [], name);
    });

    test('notice what is missing and what is of another type', () => {
        for (const { name, value, check } of examples().filter(example => example.value.status)) {
            assert.notDeepEqual(check({ ...value, status: 'neither' }), [], name);
            const part = value.data ? 'data' : 'error';
            for (const key of Object.keys(value[part])) {
                const { [key]: removed, ...rest } = value[part];
                assert.notDeepEqual(check({ ...value, [part]: rest }), [], `${name} without ${key}`);
                assert.notDeepEqual(check({ ...value, [part]: { ...rest, [key]: { odd: removed } } }), [],
                    `${name} with an odd ${key}`);
            }
        }
    });

    const right = {
        method: 'GET',
        url: '/integrations/personio%3AZk3v',
        headers: { accept: 'application/json', authorization: 'Bearer key' },
        body: '',
    };
    const link = {
        ...right,
        method: 'POST',
        url: '/connect/create-link',
        headers: { ...right.headers, 'content-type': 'application/json' },
        body: '{"end_user_email":"jo@northwind.example","end_user_organization_name":"Northwind"}',
    };
    const sync = {
        ...link,
        url: '/force-sync',
        headers: { ...link.headers, 'x-integration-id': 'personio:Zk3v' },
        body: '{"type":"FULL"}',
    };
    const wrong = {
        'a colon as it is': { ...right, url: '/integrations/personio:Zk3v' },
        'lower-case escapes': { ...right, url: '/integrations/personio%3aZk3v' },
        'an unknown path': { ...right, url: '/integrations' },
        'another method': { ...right, method: 'POST' },
        'an unknown parameter': { ...right, url: `${right.url}?verbose=1` },
        'a page that is too large': { ...right, url: `${right.url}/custom-fields?page_size=251` },
        'a page size that is no number': { ...right, url: `${right.url}/custom-fields?page_size=many` },
        'an upper-case category': { ...right, url: '/tools/HRIS' },
        'no key': { ...right, headers: { accept: 'application/json' } },
        'another key': { ...right, headers: { ...right.headers, authorization: 'Bearer other' } },
        'any content': { ...right, headers: { ...right.headers, accept: '*/*' } },
        'a cookie': { ...right, headers: { ...right.headers, cookie: 'a=b' } },
        'a body where none belongs': { ...right, headers: link.headers, body: '{}' },
        'a content type without a body': { ...right, headers: link.headers },
        'a body without a content type': { ...link, headers: right.headers },
        'an empty text': { ...link, body: link.body.replace('Northwind', '') },
        'an address that is none': { ...link, body: link.body.replace('@', ' at ') },
        'an unknown property': { ...link, body: link.body.replace('}', ',"surprise":1}') },
        'no integration': { ...sync, headers: link.headers },
        'an integration that is escaped': { ...sync, headers: { ...sync.headers, 'x-integration-id': 'a%3Ab' } },
        'an integration where none belongs': { ...link, headers: sync.headers },
    };
    test('find nothing wrong with what is right', () => {
        for (const request of [right, link, sync])
            assert.deepEqual(checkRequest(request, 'key'), []);
    });
    for (const [name, request] of Object.entries(wrong))
        test(`notice ${name}`, () => assert.equal(checkRequest(request, 'key').length, 1, name));
});

describe('our client', () => {
    const key = randomBytes(18).toString('base64url');
    const asked = new Set();

    for (const { name, args } of cases) {
        test(`asks as the contract wants: ${name}`, async () => {
            const server = await startAnswerServer();
            try {
                const { code, stderr } = await run(key, ...args, '--base-url', server.baseUrl, '--quiet');
                assert.equal(code, 0, stderr);
            } finally {
                await server.stop();
            }
            assert.ok(server.requests.length > 0);
            assert.deepEqual(server.requests.flatMap(request => checkRequest(request, key)), []);
            for (const { method, url } of server.requests)
                asked.add(operationOf(method, url).id);
        });
    }

    test('was seen to ask for every operation', () =>
        assert.deepEqual(operations.map(({ id }) => id).filter(id => !asked.has(id)), []));
});

describe('the practice server', () => {
    beforeEach(() => practice.control('POST', 'reset'));

    const setups = ['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED'];
    const statuses = ['ACTIVE', 'INVALID', 'INACTIVE'];
    const categories = ['HRIS', 'ATS', 'ASSESSMENT', 'LMS'];

    for (const category of categories) {
        test(`shows tools and integrations of ${category}`, async () => {
            const { tools } = await good('GET', `/tools/${category.toLowerCase()}`);
            for (const { id: tool } of tools) {
                const { id, path } = await newIntegration({ tool, category });
                assert.equal((await good('GET', path)).id, id);
            }
        });
    }

    for (const setup of setups) {
        for (const status of statuses) {
            test(`shows an integration that is ${status} and ${setup}`, async () => {
                const { id, path } = await newIntegration({
                    setup_status: setup, status, filtering: true, field_mapping: true,
                });
                const details = await good('GET', path);
                assert.deepEqual([details.status, details.setup_status], [status, setup]);
                await good('GET', await tokenPath(id));
                await good('POST', `${path}/relink`, { body: { link_type: 'MAGIC_LINK' } });
                await good('POST', `${path}/setup-link`, { body: { link_type: 'MAGIC_LINK', language: null } });
                const sync = ['POST', '/force-sync', { body: {}, headers: { 'X-Integration-Id': id } }];
                await (status === 'ACTIVE' ? good(...sync) : refused('PLATFORM.INPUT_INVALID', ...sync));
                await good('PUT', `${path}/enabled`, { body: { value: false } });
                await good('GET', path);
                await good('PUT', `${path}/enabled`, { body: { value: true } });
                await good('GET', path);
            });
        }
    }

    test('shows every page of the fields, as they change', async () => {
        const { path } = await newIntegration();
        const walk = async list => {
            const found = [];
            let cursor = '';
            do {
                const page = await good('GET', `${path}/${list}?page_size=7${cursor}`);
                found.push(...page.results);
                cursor = page.next && `&cursor=${encodeURIComponent(page.next)}`;
            } while (cursor);
            return found;
        };
        const fields = await walk('integration-fields');
        for (const field of fields.slice(0, 5)) {
            for (const value of [true, false, null]) {
                await good('PATCH', `${path}/integration-fields/${field.id}`,
                    { body: { enable_passthrough: value } });
            }
        }
        for (const custom of await walk('custom-fields')) {
            const field = fields.find(({ model }) => model === custom.model);
            for (const value of [field.id, null, field.id])
                await good('PUT', `${path}/custom-fields/${custom.id}`, { body: { integration_field_id: value } });
        }
        await walk('integration-fields');
        await walk('custom-fields');
        await good('GET', path);
    });

    test('says so when it deletes', async () => {
        const { path } = await newIntegration();
        await good('DELETE', path, { body: {} });
        await refused('PLATFORM.INTEGRATION_NOT_FOUND', 'GET', path);
    });

    test('deletes without a body too', async () => {
        const { path } = await newIntegration();
        await good('DELETE', path);
    });

    for (const { id: name, names } of operations) {
        test(`refuses a wrong key and no key: ${name}`, async () => {
            const [method, path, options] = (await requestsAbout(await newIntegration()))[name];
            for (const key of ['another-key', null])
                await refused('PLATFORM.AUTHENTICATION_INVALID', method, path, { ...options, key });
        });

        test(`fails with every code: ${name}`, async () => {
            const [method, path, options] = (await requestsAbout(await newIntegration()))[name];
            for (const code of errorCodes.filter(Boolean)) {
                const status = statusOfCode(code);
                await practice.control('PUT', 'faults',
                    [{ endpoint: '*', status, code, message: 'as told', retry_after: '2', times: 1 }]);
                await refused(code, method, path, options);
            }
            await good(method, path, options);
        });

        if (names.includes('integration_id') || name === 'PostForceSync') {
            test(`finds no integration that never was: ${name}`, async () => {
                const known = await newIntegration();
                const [method, path, options = {}] = (await requestsAbout(known))[name];
                const unknown = 'hibob:Tn6yB2qWx9KdHr4MfVs3Lc8P';
                const headers = options.headers && { 'X-Integration-Id': unknown };
                await refused('PLATFORM.INTEGRATION_NOT_FOUND', method,
                    path.replace(encodeURIComponent(known.id), encodeURIComponent(unknown)), { ...options, headers });
            });
        }
    }

    const oddValues = [null, '', 'ODD', 0, 1.5, true, [], ['EMBEDDED'], {}];
    for (const operation of operations.filter(({ requestBody }) => requestBody)) {
        test(`refuses the bodies that the contract refuses: ${operation.id}`, async () => {
            const { example, names } = bodyOf(operation);
            const bodies = names.flatMap(name => {
                const { [name]: removed, ...rest } = example;
                return [rest, ...oddValues.map(value => ({ ...rest, [name]: value }))];
            });
            for (const body of [...bodies, [], null, 'text', 1].filter(value => !isGoodBody(operation, value))) {
                const [method, path, options] = (await requestsAbout(await newIntegration()))[operation.id];
                await refused('PLATFORM.INPUT_INVALID', method, path, { ...options, body });
            }
            // What the contract lets pass may still be refused for what it means.
            for (const body of bodies.filter(value => isGoodBody(operation, value))) {
                const [method, path, options] = (await requestsAbout(await newIntegration()))[operation.id];
                const { status, error } = await ask(method, path, { ...options, body });
                assert.ok([200, 400, 404].includes(status), `${JSON.stringify(body)}: ${status} ${error?.message}`);
            }
        });

        test(`refuses what is no JSON: ${operation.id}`, async () => {
            for (const body of ['{', '{"value":', 'value=true', '\u0000', '{"a":1}{"b":2}']) {
                const [method, path, options] = (await requestsAbout(await newIntegration()))[operation.id];
                await refused('PLATFORM.INPUT_INVALID', method, path, { ...options, body });
            }
        });
    }

    for (const list of ['integration-fields', 'custom-fields']) {
        for (const query of ['page_size=0', 'page_size=-1', 'page_size=2001', 'page_size=1.5', 'page_size=many',
            'page_size=', 'cursor=odd', 'cursor=%F0%9F%9A%80', 'page_size=99999999999999999999']) {
            test(`refuses ${query} of ${list}`, async () => {
                const { path } = await newIntegration();
                await refused('PLATFORM.INPUT_INVALID', 'GET', `${path}/${list}?${query}`);
            });
        }
    }

    test('refuses a sync of nothing', () =>
        refused('PLATFORM.INPUT_INVALID', 'POST', '/force-sync', { body: {} }));

    test('knows only categories in lower case', async () => {
        for (const category of ['HRIS', 'crm', '%20'])
            assert.notEqual((await ask('GET', `/tools/${category}`)).status, 200);
    });

    test('gave good and bad answers to every operation', () => {
        const wanted = operations.flatMap(({ id }) => [`${id} good`, `${id} error`]);
        assert.deepEqual(wanted.filter(outcome => !answered.has(outcome)), []);
    });
});
