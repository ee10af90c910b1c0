// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// The message gate. It listens in front of the embed library and lets through only what may reach
// it: the first proper success or close from the flow's own frame and origin. The library itself
// checks neither the origin nor the shape of a message (kombo-api.md 9.5).
//
// Without a host page around it the flow is its own parent, and the gate only listens: what passes
// there between the flow and its helpers is theirs.
//
// config: { load, link, origin, presence, isTopLevel }; report: sends one object to C++.
function createGate(config, report) {
    'use strict';

    const flushInterval = 250;
    const distinctLimit = 50;
    const typeLimit = 64;
    // The same rule as src/core/tokencheck.h.
    const tokenLimit = 4096;
    const tokenPattern = /^(?!\.\.?$)[\x21-\x7e]+$/;

    let frame = null;
    let ended = false;
    let acceptedOrigin = '';
    let accept = () => {};

    let isPresent = false;

    const counts = new Map();
    const known = new Set();
    let flushTimer = 0;

    function flush() {
        flushTimer = 0;
        const entries = [];
        for (const [key, count] of counts) {
            const [reason, origin, type] = JSON.parse(key);
            entries.push({ reason, origin, type, count });
        }
        counts.clear();
        report({ kind: 'counts', entries });
    }

    function note(reason, origin, type) {
        // A fresh string, not a slice: a slice would keep the page's megabytes alive.
        let key = JSON.stringify([reason, origin.slice(0, 256), type.slice(0, typeLimit)]);
        if (!known.has(key)) {
            if (known.size < distinctLimit)
                known.add(key);
            else
                key = JSON.stringify(['others', '', '']);
        }
        counts.set(key, (counts.get(key) || 0) + 1);
        if (!flushTimer)
            flushTimer = setTimeout(flush, flushInterval);
    }

    function isPlainObject(value) {
        return typeof value === 'object' && value !== null
            && Object.getPrototypeOf(value) === Object.prototype;
    }

    function typeOf(data) {
        return isPlainObject(data) && typeof data.type === 'string' ? data.type : '';
    }

    function tokenFault(data) {
        if (!isPlainObject(data))
            return 'noData';
        const token = data.activation_token;
        if (typeof token !== 'string')
            return 'noToken';
        if (token.length > tokenLimit)
            return 'tokenTooLong';
        return tokenPattern.test(token) ? '' : 'tokenCharacters';
    }

    // Only about being there, so forging one gains a page nothing.
    function isSignOfLife(event) {
        if (typeOf(event.data) !== config.presence)
            return false;
        // The engine's own error page has no origin, and no flow either.
        if (event.origin !== 'null')
            isPresent = true;
        if (event.origin === config.origin)
            report({ kind: 'alive' });
        return true;
    }

    // The reason to stop a message, or nothing for one that may pass.
    function faultOf(event) {
        if (event.origin !== config.origin)
            return 'otherOrigin';
        if (!isPlainObject(event.data))
            return 'notAnObject';
        if (typeof event.data.type !== 'string')
            return 'noType';
        if (event.data.type === 'close')
            return '';
        if (event.data.type === 'success')
            return tokenFault(event.data.data);
        return 'unknownType';
    }

    function isFromFlow(event) {
        if (config.isTopLevel)
            return event.source === window;
        return frame !== null && event.source !== null && event.source === frame.contentWindow;
    }

    function stop(event, reason, type) {
        if (!config.isTopLevel)
            event.stopImmediatePropagation();
        note(reason, event.origin, type);
    }

    function onMessage(event) {
        // First of all, because a synthetic event may claim any source and any origin.
        if (!event.isTrusted) {
            stop(event, 'untrusted', '');
            return;
        }
        if (ended) {
            stop(event, 'afterTheEnd', '');
            return;
        }
        if (!isFromFlow(event)) {
            stop(event, 'otherSource', typeOf(event.data));
            return;
        }
        if (!config.isTopLevel && isSignOfLife(event)) {
            event.stopImmediatePropagation();
            return;
        }
        const fault = faultOf(event);
        if (fault) {
            stop(event, fault, typeOf(event.data));
            return;
        }
        ended = true;
        acceptedOrigin = event.origin;
        accept(event.origin, event.data);
    }

    window.addEventListener('message', onMessage, true);
    // A page that goes elsewhere takes its timers with it.
    window.addEventListener('pagehide', () => {
        clearTimeout(flushTimer);
        if (counts.size > 0)
            flush();
    });

    return {
        watch(flowFrame) { frame = flowFrame; },
        onAccepted(action) { accept = action; },
        isPresent() { return isPresent; },
        acceptedOrigin() { return acceptedOrigin; },
    };
}
