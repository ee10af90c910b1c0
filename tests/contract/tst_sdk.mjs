// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// The official SDK against the practice server. Its schemas are closed and throw at whatever they do
// not know, so an answer it returns is an answer it accepts. CONNECT_DESK names the program.

import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import {
    ConnectionError,
    KomboDefaultError,
    KomboGeneralError,
    RequestTimeoutError,
    ResponseValidationError,
} from '@kombo-api/sdk/models/errors';
import { IntegrationTool } from '@kombo-api/sdk/models';

import { organization, pagesOf, sdkFor } from './cases.mjs';
import { errorCodes, statusOfCode } from './contract.mjs';
import { startPractice } from './program.mjs';

const practice = await startPractice();
after(practice.stop);
beforeEach(() => practice.control('POST', 'reset'));

const email = 'jo@northwind.example';
const client = { end_user_email: email, end_user_organization_name: organization };
const unknownId = 'hibob:Tn6yB2qWx9KdHr4MfVs3Lc8P';
const categories = ['HRIS', 'ATS', 'ASSESSMENT', 'LMS'];

const sdk = options => sdkFor({ ...practice, ...options });
const kombo = sdk();

// Makes an integration without a flow.
async function newIntegration(properties = {}) {
    return (await practice.control('POST', 'integrations', properties)).id;
}

async function activationTokenFor(integrationId) {
    return (await practice.control('POST', 'activation-tokens', { integration_id: integrationId })).activation_token;
}

const detailsOf = async id => (await kombo.general.getIntegrationDetails({ integration_id: id })).data;

function checkLink({ status, data }) {
    assert.equal(status, 'success');
    const link = new URL(data.link);
    assert.equal(link.port, new URL(practice.baseUrl).port);
    assert.notEqual(link.searchParams.get('token') ?? '', '');
}

// What the server refuses, as the SDK tells it.
async function refused(promise, code) {
    await assert.rejects(promise, error => {
        assert.ok(error instanceof KomboGeneralError, `${error?.constructor?.name}: ${error?.message}`);
        assert.equal(error.data$.error.code, code);
        assert.equal(error.statusCode, statusOfCode(code));
        assert.notEqual(error.data$.error.message, '');
        return true;
    });
}

describe('the key', () => {
    test('is recognised', async () => {
        const { status, data } = await kombo.general.checkApiKey();
        assert.equal(status, 'success');
        assert.notEqual(data.environment_id, '');
    });

    test('is refused when it is another one', () =>
        refused(sdk({ apiKey: 'another-key' }).general.checkApiKey(), 'PLATFORM.AUTHENTICATION_INVALID'));
});

describe('connection links', () => {
    test('need an address and an organization', async () =>
        checkLink(await kombo.connect.createConnectionLink(client)));

    test('take all eleven fields', async () => checkLink(await kombo.connect.createConnectionLink({
        ...client,
        end_user_origin_id: 'cust-0042',
        remote_environment: 'sandbox',
        integration_category: 'HRIS',
        integration_tool: 'personio',
        language: 'de',
        scope_config_id: 'Mp4xJ7kQd2TsWf9LcBv6Ng3R',
        enable_filtering: true,
        enable_field_mapping: true,
        link_type: 'MAGIC_LINK',
    })));

    test('take null where the contract has it', async () => checkLink(await kombo.connect.createConnectionLink({
        ...client,
        end_user_origin_id: null,
        remote_environment: null,
        integration_tool: null,
        language: null,
        scope_config_id: null,
    })));

    for (const category of categories) {
        test(`exist for ${category}`, async () =>
            checkLink(await kombo.connect.createConnectionLink({ ...client, integration_category: category })));
    }
    for (const language of ['en', 'de', 'fr', 'it', 'es']) {
        test(`exist in ${language}`, async () =>
            checkLink(await kombo.connect.createConnectionLink({ ...client, language })));
    }

    const refusals = {
        'an address that is none': { ...client, end_user_email: 'northwind.example' },
        'an empty organization': { ...client, end_user_organization_name: '' },
        'an empty origin id': { ...client, end_user_origin_id: '' },
        'a remote environment of no tool': { ...client, remote_environment: 'sandbox' },
        'filtering outside HRIS': { ...client, integration_category: 'ATS', enable_filtering: true },
        'a tool of another category': { ...client, integration_category: 'LMS', integration_tool: 'hibob' },
    };
    for (const [name, request] of Object.entries(refusals)) {
        test(`are not made for ${name}`, () =>
            refused(kombo.connect.createConnectionLink(request), 'PLATFORM.INPUT_INVALID'));
    }
});

describe('an activation token', () => {
    test('leads to its integration, once', async () => {
        const id = await newIntegration({
            tool: 'personio', organization_name: organization, email, origin_id: 'cust-0042',
        });
        const token = await activationTokenFor(id);
        const { status, data } = await kombo.connect.getIntegrationByToken({ token });
        assert.equal(status, 'success');
        assert.deepEqual({ ...data }, {
            tool: 'personio',
            id,
            end_user_origin_id: 'cust-0042',
            end_user_organization_name: organization,
            end_user_email: email,
            setup_status: 'COMPLETED',
        });
        await refused(kombo.connect.getIntegrationByToken({ token }), 'PLATFORM.INTEGRATION_NOT_FOUND');
    });

    for (const setup of ['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']) {
        test(`tells that the setup is ${setup}`, async () => {
            const id = await newIntegration({ setup_status: setup, filtering: true });
            const token = await activationTokenFor(id);
            const { data } = await kombo.connect.getIntegrationByToken({ token });
            assert.equal(data.setup_status, setup);
            assert.equal(data.end_user_origin_id, null);
        });
    }

    test('is refused when nobody knows it', () =>
        refused(kombo.connect.getIntegrationByToken({ token: 'act/ä?+#' }), 'PLATFORM.INTEGRATION_NOT_FOUND'));
});

describe('the tools', () => {
    const listOf = async category => {
        const { status, data } = await kombo.general.getTools({ category: category.toLowerCase() });
        assert.equal(status, 'success');
        return data.tools;
    };

    test('are many, of every category', async () => {
        const lists = await Promise.all(categories.map(listOf));
        for (const [index, list] of lists.entries()) {
            assert.ok(list.length > 0, categories[index]);
            assert.equal(new Set(list.map(({ id }) => id)).size, list.length, 'an id stands there twice');
        }
        const all = new Map(lists.flat().map(tool => [tool.id, tool]));
        assert.ok(all.size >= 60, `there are ${all.size}`);

        const tools = [...all.values()];
        const labels = tools.map(({ label }) => label);
        assert.ok(new Set(labels).size < labels.length, 'no two variants have the same label');
        for (const property of ['internal_label', 'paid_api_details_markdown', 'fast_track_details_markdown',
            'partner_only_details_markdown', 'connection_guide_url']) {
            assert.ok(tools.some(tool => tool[property] !== null), `${property} is null everywhere`);
            assert.ok(tools.some(tool => tool[property] === null), `${property} is null nowhere`);
        }
    });

    test('have marks that can be fetched', async () => {
        for (const { id, assets } of await listOf('LMS')) {
            for (const address of [assets.logo_url, assets.icon_url, assets.icon_black_url]) {
                const answer = await fetch(address);
                assert.equal(answer.status, 200, `${id}: ${address}`);
                assert.match(answer.headers.get('content-type'), /^image\/svg\+xml/);
                assert.match(await answer.text(), /<svg\b/);
            }
        }
    });

    test('can each be asked for in a link', async () => {
        // The release of the SDK knows fewer tools than Kombo; it refuses them before it asks.
        const known = new Set(Object.values(IntegrationTool));
        for (const category of categories) {
            const tools = (await listOf(category)).filter(({ id }) => known.has(id));
            for (const { id } of tools) {
                checkLink(await kombo.connect.createConnectionLink({
                    ...client,
                    integration_category: category,
                    integration_tool: id,
                }));
            }
        }
    });
});

describe('an integration', () => {
    test('has details', async () => {
        const id = await newIntegration({
            tool: 'personio', category: 'HRIS', organization_name: organization, email, origin_id: 'cust-0042',
        });
        const details = await detailsOf(id);
        assert.equal(details.id, id);
        assert.equal(details.tool.id, 'personio');
        assert.equal(details.category, 'HRIS');
        assert.equal(details.status, 'ACTIVE');
        assert.equal(details.setup_status, 'COMPLETED');
        assert.deepEqual({ ...details.end_user },
            { organization_name: organization, creator_email: email, origin_id: 'cust-0042' });
        assert.ok(Math.abs(Date.now() - details.created_at) < 60_000, `made at ${details.created_at}`);
        assert.ok(details.read_models.length > 0);
    });

    for (const category of categories) {
        test(`exists for ${category}`, async () => {
            const { data } = await kombo.general.getTools({ category: category.toLowerCase() });
            const id = await newIntegration({ category, tool: data.tools[0].id });
            assert.equal((await detailsOf(id)).category, category);
        });
    }

    for (const status of ['ACTIVE', 'INVALID', 'INACTIVE']) {
        test(`is ${status} on demand`, async () => {
            const id = await newIntegration();
            await practice.control('PUT', `integrations/${encodeURIComponent(id)}/status`, { status });
            assert.equal((await detailsOf(id)).status, status);
        });
    }

    test('pauses and resumes', async () => {
        const id = await newIntegration();
        for (const [value, status] of [[false, 'INACTIVE'], [true, 'ACTIVE']]) {
            const answer = await kombo.general.setIntegrationEnabled({ integration_id: id, body: { value } });
            assert.equal(answer.status, 'success');
            assert.equal((await detailsOf(id)).status, status);
        }
    });

    test('gets a reconnection link', async () => {
        const id = await newIntegration();
        checkLink(await kombo.general.createReconnectionLink({ integration_id: id, body: {} }));
        checkLink(await kombo.general.createReconnectionLink({
            integration_id: id,
            body: { language: 'fr', scope_config_id: 'Mp4xJ7kQd2TsWf9LcBv6Ng3R', link_type: 'MAGIC_LINK' },
        }));
        checkLink(await kombo.general.createReconnectionLink({
            integration_id: id,
            body: { language: null, scope_config_id: null },
        }));
    });

    test('gets a setup link if it has a setup step', async () => {
        const id = await newIntegration({ field_mapping: true });
        for (const body of [{ link_type: 'EMBEDDED' }, { link_type: 'MAGIC_LINK', language: 'it' }])
            checkLink(await kombo.general.createSetupLink({ integration_id: id, body }));
    });

    test('gets no setup link without a setup step', async () => {
        const id = await newIntegration();
        await refused(kombo.general.createSetupLink({ integration_id: id, body: { link_type: 'EMBEDDED' } }),
            'PLATFORM.INPUT_INVALID');
    });

    test('syncs, each type once at a time', async () => {
        const { general } = sdk({ integration_id: await newIntegration() });
        const first = (await general.triggerSync({})).data;
        assert.equal(first.already_queued, false);
        assert.equal(first.type, 'FULL');
        const again = (await general.triggerSync({ type: 'FULL' })).data;
        assert.deepEqual({ ...again }, { ...first, already_queued: true });
        const other = (await general.triggerSync({ type: 'DELTA' })).data;
        assert.equal(other.already_queued, false);
        assert.notEqual(other.sync_id, first.sync_id);
    });

    test('is gone after it was deleted', async () => {
        const id = await newIntegration();
        const answer = await kombo.general.deleteIntegration({ integration_id: id, body: {} });
        assert.equal(answer.status, 'success');
        await refused(detailsOf(id), 'PLATFORM.INTEGRATION_NOT_FOUND');
        await refused(kombo.general.deleteIntegration({ integration_id: id, body: {} }),
            'PLATFORM.INTEGRATION_NOT_FOUND');
    });
});

// The two lists, which page alike.
const lists = [
    {
        name: 'integration fields',
        largestPage: 2000,
        read: request => pagesOf(kombo.general.getIntegrationFields(request)),
        readOne: request => kombo.general.getIntegrationFields(request),
    },
    {
        name: 'custom fields',
        largestPage: 250,
        read: request => pagesOf(kombo.general.getCustomFields(request)),
        readOne: request => kombo.general.getCustomFields(request),
    },
];
const resultsOf = pages => pages.flatMap(({ data }) => data.results);

for (const { name, largestPage, read, readOne } of lists) {
    describe(name, () => {
        test('come page by page, each once', async () => {
            const id = await newIntegration({ field_mapping: true });
            const whole = await read({ integration_id: id, page_size: largestPage });
            assert.equal(whole.length, 1);
            assert.equal(whole[0].data.next, null);
            const all = resultsOf(whole);
            assert.ok(all.length > 2, `there are ${all.length}`);
            assert.equal(new Set(all.map(field => field.id)).size, all.length);

            const pages = await read({ integration_id: id, page_size: 2 });
            assert.equal(pages.length, Math.ceil(all.length / 2));
            assert.ok(pages.slice(0, -1).every(({ data }) => data.results.length === 2));
            assert.deepEqual(resultsOf(pages), all);
        });

        test('know their page sizes and cursors', async () => {
            const id = await newIntegration();
            for (const request of [{ page_size: 0 }, { page_size: largestPage + 1 }, { cursor: 'no such cursor' }])
                await refused(readOne({ integration_id: id, ...request }), 'PLATFORM.INPUT_INVALID');
        });
    });
}

describe('fields', () => {
    test('are passed through or not', async () => {
        const id = await newIntegration();
        const [field] = resultsOf(await lists[0].read({ integration_id: id }));
        for (const enabled of [true, false]) {
            const { data } = await kombo.general.updateIntegrationField({
                integration_id: id,
                integration_field_id: field.id,
                body: { enable_passthrough: enabled },
            });
            assert.deepEqual({ ...data }, { ...field, is_passthrough_enabled: enabled });
            const [found] = resultsOf(await lists[0].read({ integration_id: id }));
            assert.equal(found.is_passthrough_enabled, enabled);
        }
        const { status } = await kombo.general.updateIntegrationField({
            integration_id: id,
            integration_field_id: field.id,
            body: { enable_passthrough: null },
        });
        assert.equal(status, 'success');
    });

    test('are mapped and unmapped', async () => {
        const id = await newIntegration({ field_mapping: true });
        const [custom] = resultsOf(await lists[1].read({ integration_id: id }));
        const field = resultsOf(await lists[0].read({ integration_id: id })).find(({ model }) => model === custom.model);
        for (const mapped of [field.id, null]) {
            const { data } = await kombo.general.updateCustomFieldMapping({
                integration_id: id,
                custom_field_id: custom.id,
                body: { integration_field_id: mapped },
            });
            assert.equal(data.id, custom.id);
            assert.equal(data.integration_field?.id ?? null, mapped);
            const [found] = resultsOf(await lists[1].read({ integration_id: id }));
            assert.equal(found.integration_field?.id ?? null, mapped);
        }
    });

    test('that nobody knows are refused', async () => {
        const id = await newIntegration();
        const [custom] = resultsOf(await lists[1].read({ integration_id: id }));
        await refused(kombo.general.updateIntegrationField({
            integration_id: id, integration_field_id: 'none', body: { enable_passthrough: true },
        }), 'PLATFORM.INPUT_INVALID');
        await refused(kombo.general.updateCustomFieldMapping({
            integration_id: id, custom_field_id: 'none', body: { integration_field_id: null },
        }), 'PLATFORM.INPUT_INVALID');
        await refused(kombo.general.updateCustomFieldMapping({
            integration_id: id, custom_field_id: custom.id, body: { integration_field_id: 'none' },
        }), 'PLATFORM.INPUT_INVALID');
    });
});

// Every endpoint under the SDK's name of it, asked about an integration. The name is also that of faults.
const endpoints = {
    checkApiKey: ({ general }) => general.checkApiKey(),
    createConnectionLink: ({ connect }) => connect.createConnectionLink(client),
    getIntegrationByToken: async ({ connect }, id) =>
        connect.getIntegrationByToken({ token: id === unknownId ? 'unknown' : await activationTokenFor(id) }),
    getTools: ({ general }) => general.getTools({ category: 'lms' }),
    getIntegrationDetails: ({ general }, id) => general.getIntegrationDetails({ integration_id: id }),
    deleteIntegration: ({ general }, id) => general.deleteIntegration({ integration_id: id, body: {} }),
    setIntegrationEnabled: ({ general }, id) =>
        general.setIntegrationEnabled({ integration_id: id, body: { value: true } }),
    createReconnectionLink: ({ general }, id) => general.createReconnectionLink({ integration_id: id, body: {} }),
    createSetupLink: ({ general }, id) =>
        general.createSetupLink({ integration_id: id, body: { link_type: 'EMBEDDED' } }),
    triggerSync: ({ general }) => general.triggerSync({}),
    getIntegrationFields: ({ general }, id) => general.getIntegrationFields({ integration_id: id }),
    updateIntegrationField: ({ general }, id) => general.updateIntegrationField({
        integration_id: id, integration_field_id: 'none', body: { enable_passthrough: true },
    }),
    getCustomFields: ({ general }, id) => general.getCustomFields({ integration_id: id }),
    updateCustomFieldMapping: ({ general }, id) => general.updateCustomFieldMapping({
        integration_id: id, custom_field_id: 'none', body: { integration_field_id: null },
    }),
};
const withoutIntegration = ['checkApiKey', 'createConnectionLink', 'getTools'];

for (const [endpoint, call] of Object.entries(endpoints)) {
    describe(endpoint, () => {
        if (!withoutIntegration.includes(endpoint)) {
            test('finds no integration that never was', () =>
                refused(call(sdk({ integration_id: unknownId }), unknownId), 'PLATFORM.INTEGRATION_NOT_FOUND'));
        }

        test('refuses another key', async () => {
            const id = await newIntegration();
            await refused(call(sdk({ apiKey: 'another-key', integration_id: id }), id),
                'PLATFORM.AUTHENTICATION_INVALID');
        });

        test('fails with every code, and as often as it was told to', async () => {
            const id = await newIntegration({ field_mapping: true });
            const client = sdk({ integration_id: id });
            for (const code of errorCodes.filter(Boolean)) {
                const status = statusOfCode(code);
                await practice.control('PUT', 'faults',
                    [{ endpoint, status, code, message: `told to fail with ${code}`, times: 1 }]);
                await assert.rejects(call(client, id), error => {
                    assert.ok(error instanceof KomboGeneralError, `${error?.constructor?.name}: ${error?.message}`);
                    assert.equal(error.statusCode, status);
                    assert.equal(error.data$.error.code, code);
                    assert.equal(error.data$.error.message, `told to fail with ${code}`);
                    return true;
                });
                // Only once: what comes next is the endpoint's own answer.
                assert.equal((await kombo.general.checkApiKey()).status, 'success');
            }
        });
    });
}

describe('a scripted fault', () => {
    const fail = fault => practice.control('PUT', 'faults', [{ endpoint: '*', ...fault }]);
    const ask = options => kombo.general.checkApiKey(options);
    const envelope = error => JSON.stringify({ status: 'error', error });

    const errorClasses = [
        ['plain text', { status: 500, body: '500 Internal Server Error', content_type: 'text/plain' }, KomboDefaultError],
        ['HTML', { status: 503, body: '<h1>Unavailable</h1>', content_type: 'text/html' }, KomboDefaultError],
        ['XML', { status: 500, body: '<error/>', content_type: 'text/xml' }, KomboDefaultError],
        ['no body', { status: 502, body: '', content_type: 'text/plain' }, KomboDefaultError],
        ['a good status with text', { status: 200, body: 'fine', content_type: 'text/plain' }, KomboDefaultError],
        ['JSON of another shape',
            { status: 500, body: '{"errorCode":"500"}', content_type: 'application/json' }, ResponseValidationError],
        ['a good status with another shape',
            { status: 200, body: '{"data":{}}', content_type: 'application/json' }, ResponseValidationError],
        ['a code of other endpoints', { status: 409, code: 'INTEGRATION.SETUP_INCOMPLETE' }, ResponseValidationError],
        ['no code', {
            status: 500,
            body: envelope({ code: null, title: null, message: 'Only this', log_url: null }),
            content_type: 'application/json',
        }, KomboGeneralError],
        ['a dropped connection', { drop: true }, ConnectionError],
    ];
    for (const [name, fault, errorClass] of errorClasses) {
        test(`of ${name} is a ${errorClass.name}`, async () => {
            await fail(fault);
            await assert.rejects(ask(), error => {
                assert.equal(error?.constructor, errorClass, `${error?.constructor?.name}: ${error?.message}`);
                if (fault.status)
                    assert.equal(error.statusCode ?? fault.status, fault.status);
                return true;
            });
        });
    }

    // For these the SDK has no class: it rejects twice, once where nobody can catch it, and its own test of
    // it is switched off. So Node's fetch tells what came.
    const fetched = () => fetch(`${practice.baseUrl}/check-api-key`,
        { headers: { Authorization: `Bearer ${practice.apiKey}` } });

    test('of JSON that is no JSON comes as it was told', async () => {
        const body = '{"status":"err';
        await fail({ status: 500, body, content_type: 'application/json' });
        const answer = await fetched();
        assert.deepEqual([answer.status, answer.headers.get('content-type')], [500, 'application/json']);
        assert.equal(await answer.text(), body);
    });

    test('of a body that is cut off breaks the connection after good headers', async () => {
        await fail({ cut: true });
        const answer = await fetched();
        assert.equal(answer.status, 200);
        await assert.rejects(answer.text(), TypeError);
    });

    test('of silence is a RequestTimeoutError', async () => {
        await fail({ stall: true });
        await assert.rejects(ask({ timeout_ms: 200 }), RequestTimeoutError);
    });

    test('of a delay is late but good', async () => {
        await fail({ delay_ms: 150 });
        const began = performance.now();
        assert.equal((await ask()).status, 'success');
        assert.ok(performance.now() - began >= 145);
    });

    test('of a rate limit ends when it was told to, and the SDK waits as long as it was asked to', async () => {
        await fail({ status: 429, code: 'PLATFORM.RATE_LIMIT_EXCEEDED', retry_after: '1', times: 1 });
        const retries = {
            strategy: 'backoff',
            backoff: { initialInterval: 1, maxInterval: 5_000, exponent: 1, maxElapsedTime: 10_000 },
            retryConnectionErrors: false,
        };
        const began = performance.now();
        assert.equal((await ask({ retries })).status, 'success');
        assert.ok(performance.now() - began >= 995);
    });

    test('of a link that has expired gives a link all the same', async () => {
        await fail({ endpoint: 'createConnectionLink', expired_link: true });
        checkLink(await kombo.connect.createConnectionLink(client));
    });

    test('of a token that was used is refused as not found', async () => {
        const token = await activationTokenFor(await newIntegration());
        await fail({ endpoint: 'getIntegrationByToken', reused_token: true, times: 1 });
        await refused(kombo.connect.getIntegrationByToken({ token }), 'PLATFORM.INTEGRATION_NOT_FOUND');
    });

    test('holds for its endpoint, until it is taken back', async () => {
        await practice.control('PUT', 'faults',
            [{ endpoint: 'getTools', status: 500, code: 'PLATFORM.UNKNOWN_ERROR' }]);
        await ask();
        for (const _ of [1, 2])
            await refused(kombo.general.getTools({ category: 'ats' }), 'PLATFORM.UNKNOWN_ERROR');
        await practice.control('DELETE', 'faults');
        await kombo.general.getTools({ category: 'ats' });
    });
});
