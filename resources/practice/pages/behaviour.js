// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// What a page does out of the ordinary, if the practice server was told to: it hangs, dies, closes
// itself, or sends what no flow would send. Runs before the flow begins; `held` keeps the flow from
// reporting its success before the misbehaviour is over.
(() => {
    const {data, element, tellHost} = practice;
    const standing = 700; // milliseconds, long enough to be seen
    const patience = 4000;
    const enough = 16000; // elements in one another are more than the engine's stack can bear
    const never = new Promise(() => {});
    const after = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

    async function hang() {
        await after(standing);
        for (;;) { /* that is the point */ }
    }

    async function crash() {
        await after(standing);
        let innermost = document.body;
        for (let i = 0; i < enough; ++i)
            innermost = innermost.appendChild(document.createElement('div'));
        document.body.getBoundingClientRect();
    }

    async function close() {
        await after(standing);
        tellHost({type: 'close'});
    }

    // A frame of an opaque origin; it says when it has sent its messages.
    function foreign() {
        const frame = element('iframe', {sandbox: 'allow-scripts', src: '/connect/foreign', hidden: true});
        const told = new Promise((resolve) => {
            window.addEventListener('message', (event) => {
                if (event.source === frame.contentWindow && event.data === 'told')
                    resolve();
            });
        });
        document.body.append(frame);
        return Promise.race([told, after(patience)]);
    }

    function malformed() {
        const token = (value) => ({type: 'success', data: {activation_token: value}});
        for (const message of [null, 'success', 42, {type: 'success'}, {type: 'success', data: null},
            token(''), token(42), token(['array']), token('with blanks in it'), token('line\nbreak'),
            token('x'.repeat(100000)), {type: 'SUCCESS', data: {activation_token: 'wrong-case'}}])
            tellHost(message);
    }

    function flood() {
        for (let i = 0; i < data.flood; ++i)
            tellHost({type: 'practice-flood', number: i});
    }

    const behaviours = {
        hanging_page: () => (hang(), never),
        crashing_page: () => (crash(), never),
        closed_flow: () => (close(), never),
        foreign_messages: foreign,
        malformed_tokens: malformed,
        message_flood: flood,
    };
    practice.held = behaviours[data.behaviour]?.();
})();
