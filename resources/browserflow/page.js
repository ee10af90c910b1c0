// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// The page around a flow in the system's browser. It asks Connect Desk for the link, lets the
// official embed library show it behind the message gate, and hands back what the gate let through.
(() => {
    'use strict';

    const secretKey = 'connect-desk-page';
    const endKey = 'connect-desk-end';
    const pauses = [0, 500, 1000, 2000]; // milliseconds before each attempt to reach Connect Desk
    const mostWaiting = 20; // reports about messages that were stopped; a flood goes on for ever

    const words = {
        finishing: ['Finishing', 'Connect Desk is being told.'],
        done: ['Finished here', 'Connect Desk has taken over. You can close this page.'],
        closed: ['The flow was closed', 'It was closed before it was finished. You can close this page.'],
        used: ['This page was opened already', 'Its address works once. Go back to Connect Desk and continue in the browser from there.'],
        replaced: ['There is a newer page', 'Connect Desk has opened another page in place of this one. You can close this one.'],
        away: ['Connect Desk no longer waits for this page', 'It was stopped there, or Connect Desk was closed. Nothing done here would reach it. You can close this page.'],
        failed: ['The flow cannot go on here', 'Go back to Connect Desk and try again from there.'],
        token: ['Finished, but not handed over', 'Connect Desk could not be reached, or does not take it any more. Copy the code below and choose “Paste token” in Connect Desk.'],
    };

    const byId = (id) => document.getElementById(id);
    const container = byId('flow');

    // A tab keeps its secret, so that loading the page again does no harm; the address alone is
    // worth nothing any more. Browsers may forbid to keep anything.
    const memory = {
        get(key) { try { return sessionStorage.getItem(key) || ''; } catch { return ''; } },
        set(key, value) { try { sessionStorage.setItem(key, value); } catch { /* then it is lost */ } },
    };

    const given = JSON.parse(byId('page').textContent).secret;
    if (given) {
        memory.set(secretKey, given);
        memory.set(endKey, '');
    }
    const secret = given || memory.get(secretKey);

    let config = null;
    let isLoaded = false;
    let isOver = false;
    let round = new AbortController(); // one for each time that the page is in sight of the browser
    let reports = Promise.resolve();
    let waiting = 0;

    function show(state) {
        const [title, text] = words[state];
        byId('title').textContent = title;
        byId('text').textContent = text;
        document.title = `${title} – Connect Desk`;
    }

    function end(state) {
        if (isOver)
            return;
        isOver = true;
        round.abort();
        container.replaceChildren();
        show(state);
        if (state === 'done' || state === 'closed')
            memory.set(endKey, state);
    }

    function pause(milliseconds) {
        return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
    }

    // In the mode that fetch has by itself, since without a referrer the others hide the origin.
    function post(name, body, options = {}) {
        return fetch(`/page/${name}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Connect-Desk-Page': secret },
            body: JSON.stringify(body),
            cache: 'no-store',
            credentials: 'omit',
            redirect: 'error',
            ...options,
        });
    }

    // The status, or 0 if Connect Desk cannot be reached.
    async function deliver(name, body) {
        for (const milliseconds of pauses) {
            if (milliseconds)
                await pause(milliseconds);
            try {
                return (await post(name, body)).status;
            } catch { /* the next attempt may have more luck */ }
        }
        return 0;
    }

    // One after the other, so that nothing overtakes.
    function report(message) {
        ++waiting;
        reports = reports.then(async () => {
            const status = await deliver('report', { load: config.load, ...message });
            --waiting;
            return status;
        });
        return reports;
    }

    function reportStopped(message) {
        if (!isOver && waiting < mostWaiting)
            report(message);
    }

    function offerToken(token) {
        show('token');
        byId('token').hidden = false;
        byId('code').value = token;
        byId('copy').addEventListener('click', async () => {
            byId('code').select();
            try {
                await navigator.clipboard.writeText(token);
                byId('copy').textContent = 'Copied';
            } catch { /* it is selected, at least */ }
        });
    }

    async function finish(token, origin) {
        round.abort();
        show('finishing');
        const status = await report({ kind: 'success', origin, token });
        if (status === 200)
            return end('done');
        end('failed');
        offerToken(token);
    }

    async function close(origin) {
        round.abort();
        show('closed');
        await report({ kind: 'close', origin });
        end('closed');
    }

    function fail(error) {
        if (isOver)
            return;
        report({ kind: 'libraryError', name: String(error.name) });
        end('failed');
    }

    function showFlow() {
        const gate = createGate(config, reportStopped);
        const showing = KomboConnect.showKomboConnect(config.link, { container });
        const frame = container.querySelector('iframe');
        if (frame) {
            frame.title = 'Connect flow';
            frame.style.border = '0';
            frame.addEventListener('load', () => {
                frame.style.backgroundColor = 'white';
                isLoaded = true;
                report({ kind: 'alive' });
            });
            gate.watch(frame);
        }
        showing.then(
            (token) => finish(token, gate.acceptedOrigin()),
            (error) => (gate.acceptedOrigin() ? close(gate.acceptedOrigin()) : fail(error)));
    }

    // Says again and again that the page is there. The answer comes late on purpose.
    async function stay(signal) {
        for (let misses = 0; misses < pauses.length; ++misses) {
            await pause(pauses[misses]);
            let status = 200;
            while (status === 200 && !signal.aborted) {
                try {
                    status = (await post('present', { loaded: isLoaded }, { signal })).status;
                    if (status === 200)
                        misses = 0;
                } catch {
                    status = 0;
                }
            }
            if (signal.aborted)
                return;
            if (status === 410)
                return end('replaced');
        }
        end('away');
    }

    async function start() {
        let answer = null;
        try {
            answer = await post('start', {});
        } catch {
            return end('away');
        }
        if (answer.status !== 200)
            return end(given ? 'replaced' : 'used');
        config = await answer.json();
        // No page in the frame is asked for a sign of life; see gate.js.
        config.hostOrigin = location.origin;
        showFlow();
        stay(round.signal);
    }

    window.addEventListener('pagehide', () => {
        round.abort();
        if (config && !isOver)
            post('left', { visit: config.visit }, { keepalive: true }).catch(() => {});
    });
    window.addEventListener('pageshow', (event) => {
        if (!event.persisted || !config || isOver)
            return;
        round = new AbortController();
        stay(round.signal);
    });

    const ended = given ? '' : memory.get(endKey);
    if (ended)
        end(ended);
    else if (secret)
        start();
    else
        end('used');
})();
