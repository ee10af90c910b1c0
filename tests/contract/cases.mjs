// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// Each operation in its variants, twice: as arguments of our command line, and as a call of the
// official SDK with the same input. Ids are those of the contract's examples, so that an answer goes
// with its question.

import { Kombo } from '@kombo-api/sdk';

import { exampleAnswer, operationById } from './contract.mjs';

export const integrationId = exampleAnswer(operationById('GetIntegrationsIntegrationId')).data.id;
const scopeConfigId = 'Mp4xJ7kQd2TsWf9LcBv6Ng3R';
const integrationFieldId = 'Vb6kS9wPq4NxCz2TdLm7Rf5Y';
const customFieldId = 'Gd3mW7zKx5RtPq9BcYn2Ls6F';

export const organization = 'Müller & Söhne "Ost" <b>x</b> \\ 株式会社 🚀';
const client = { end_user_email: 'jo@northwind.example', end_user_organization_name: organization };
const clientArgs = ['--email', client.end_user_email, '--organization', organization];

export function sdkFor({ baseUrl, apiKey, ...options }) {
    return new Kombo({ api_key: apiKey, server_url: baseUrl, integration_id: integrationId, ...options });
}

// All pages of a list.
export async function pagesOf(call) {
    const pages = [];
    for await (const page of await call)
        pages.push(page.result);
    return pages;
}

const tools = ['hris', 'ats', 'assessment', 'lms'].map(category => ({
    name: `the tools of ${category}`,
    args: ['tools', category.toUpperCase()],
    call: kombo => kombo.general.getTools({ category }),
}));

const tokens = ['act.4f1c.example', 'a/b+c=d%3Ae?f#g:h@i&j;k,l$m', 'header.payload.signature_-~',
    "it's!(one)*more"].map(token => ({
    name: `the token ${token}`,
    args: ['resolve', token],
    secret: token,
    call: kombo => kombo.connect.getIntegrationByToken({ token }),
}));

const ids = [integrationId, 'sandbox:a/b%3Ac?d#e&f=g+h'].map(id => ({
    name: `the integration ${id}`,
    args: ['integration', id],
    call: kombo => kombo.general.getIntegrationDetails({ integration_id: id }),
}));

export const cases = [
    {
        name: 'the check of the key',
        args: ['check-key'],
        call: kombo => kombo.general.checkApiKey(),
    },
    {
        name: 'a link with what is required',
        args: ['create-link', ...clientArgs],
        call: kombo => kombo.connect.createConnectionLink(client),
    },
    {
        name: 'a link with all eleven fields',
        args: ['create-link', ...clientArgs, '--origin-id', 'cust-0042/ä', '--remote-environment', 'sandbox 2',
            '--category', 'HRIS', '--tool', 'personio', '--language', 'de', '--scope-config-id', scopeConfigId,
            '--filtering', '--field-mapping', '--link-type', 'MAGIC_LINK'],
        call: kombo => kombo.connect.createConnectionLink({
            ...client,
            end_user_origin_id: 'cust-0042/ä',
            remote_environment: 'sandbox 2',
            integration_category: 'HRIS',
            integration_tool: 'personio',
            language: 'de',
            scope_config_id: scopeConfigId,
            enable_filtering: true,
            enable_field_mapping: true,
            link_type: 'MAGIC_LINK',
        }),
    },
    {
        name: 'a link of another category, for whichever tool',
        args: ['create-link', ...clientArgs, '--category', 'ASSESSMENT', '--language', 'es'],
        call: kombo => kombo.connect.createConnectionLink({
            ...client,
            integration_category: 'ASSESSMENT',
            language: 'es',
        }),
    },
    ...tokens,
    ...tools,
    ...ids,
    {
        name: 'a deletion',
        args: ['delete', integrationId, '--yes'],
        call: kombo => kombo.general.deleteIntegration({ integration_id: integrationId, body: {} }),
    },
    {
        name: 'a pause',
        args: ['disable', integrationId],
        call: kombo => kombo.general.setIntegrationEnabled({
            integration_id: integrationId,
            body: { value: false },
        }),
    },
    {
        name: 'a resumption',
        args: ['enable', integrationId],
        call: kombo => kombo.general.setIntegrationEnabled({
            integration_id: integrationId,
            body: { value: true },
        }),
    },
    {
        name: 'a reconnection link',
        args: ['relink', integrationId],
        call: kombo => kombo.general.createReconnectionLink({ integration_id: integrationId, body: {} }),
    },
    {
        name: 'a reconnection link with all options',
        args: ['relink', integrationId, '--language', 'fr', '--scope-config-id', scopeConfigId,
            '--link-type', 'MAGIC_LINK'],
        call: kombo => kombo.general.createReconnectionLink({
            integration_id: integrationId,
            body: { language: 'fr', scope_config_id: scopeConfigId, link_type: 'MAGIC_LINK' },
        }),
    },
    {
        name: 'a setup link',
        args: ['setup-link', integrationId],
        call: kombo => kombo.general.createSetupLink({
            integration_id: integrationId,
            body: { link_type: 'EMBEDDED' },
        }),
    },
    {
        name: 'a setup link with all options',
        args: ['setup-link', integrationId, '--language', 'it', '--link-type', 'MAGIC_LINK'],
        call: kombo => kombo.general.createSetupLink({
            integration_id: integrationId,
            body: { language: 'it', link_type: 'MAGIC_LINK' },
        }),
    },
    {
        name: 'a sync',
        args: ['sync', integrationId],
        call: kombo => kombo.general.triggerSync({}),
    },
    {
        name: 'a sync of what changed',
        args: ['sync', integrationId, '--type', 'DELTA'],
        call: kombo => kombo.general.triggerSync({ type: 'DELTA' }),
    },
    {
        name: 'all fields of an integration',
        args: ['fields', integrationId],
        call: async kombo => {
            await pagesOf(kombo.general.getIntegrationFields({ integration_id: integrationId }));
            await pagesOf(kombo.general.getCustomFields({ integration_id: integrationId }));
        },
    },
    {
        name: 'a pass-through that is switched on',
        args: ['passthrough', integrationId, integrationFieldId, 'on'],
        call: kombo => kombo.general.updateIntegrationField({
            integration_id: integrationId,
            integration_field_id: integrationFieldId,
            body: { enable_passthrough: true },
        }),
    },
    {
        name: 'a pass-through that is switched off',
        args: ['passthrough', integrationId, integrationFieldId, 'off'],
        call: kombo => kombo.general.updateIntegrationField({
            integration_id: integrationId,
            integration_field_id: integrationFieldId,
            body: { enable_passthrough: false },
        }),
    },
    {
        name: 'a mapping',
        args: ['map-field', integrationId, customFieldId, integrationFieldId],
        call: kombo => kombo.general.updateCustomFieldMapping({
            integration_id: integrationId,
            custom_field_id: customFieldId,
            body: { integration_field_id: integrationFieldId },
        }),
    },
    {
        name: 'a mapping that is removed',
        args: ['map-field', integrationId, customFieldId, '--unmap'],
        call: kombo => kombo.general.updateCustomFieldMapping({
            integration_id: integrationId,
            custom_field_id: customFieldId,
            body: { integration_field_id: null },
        }),
    },
];
