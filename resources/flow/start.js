// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// What C++ hears goes over the web channel, which needs a moment to come up; until then it waits.
function createReporter(config) {
    'use strict';

    let bridge = null;
    const waiting = [];

    function send(message) {
        bridge.report(Object.assign({ load: config.load }, message));
    }

    function connect() {
        new QWebChannel(qt.webChannelTransport, (channel) => {
            bridge = channel.objects.bridge;
            waiting.splice(0).forEach(send);
        });
    }

    function report(message) {
        if (bridge)
            send(message);
        else
            waiting.push(message);
    }

    // What still waits when the document goes is sent in the words of the channel's protocol, for
    // which nothing has to be up: 6 is a call, of the method with that name.
    function sendRest() {
        for (const message of waiting.splice(0)) {
            const args = [Object.assign({ load: config.load }, message)];
            qt.webChannelTransport.send(
                JSON.stringify({ type: 6, id: 0, object: 'bridge', method: 'report', args }));
        }
    }

    window.addEventListener('pagehide', sendRest);

    return { connect, report };
}

// Lets the official embed library show the link in the page's container.
function startFlow(config, gate, report) {
    'use strict';

    const patience = 1000;

    function start() {
        const container = document.getElementById('flow');
        const showing = KomboConnect.showKomboConnect(config.link, { container });
        const frame = container.querySelector('iframe');
        frame.title = 'Connect flow';
        frame.style.border = '0'; // which the library leaves to the style of the page around it
        // The frame is transparent, and pages are drawn for a white ground; before that, white would flash.
        frame.addEventListener('load', () => { frame.style.backgroundColor = 'white'; });
        gate.watch(frame);
        showing.then(
            (token) => report({ kind: 'success', origin: gate.acceptedOrigin(), token }),
            (error) => {
                if (gate.acceptedOrigin())
                    report({ kind: 'close', origin: gate.acceptedOrigin() });
                else
                    report({ kind: 'libraryError', name: String(error.name) });
            });
    }

    // By now the frame has shown a document or will never do so: one that could not be fetched or may
    // not be framed leaves nothing behind, not even an event.
    function look() {
        if (!gate.isPresent())
            report({ kind: 'missing' });
    }

    window.addEventListener('load', () => setTimeout(look, patience), { once: true });
    if (document.readyState === 'loading')
        document.addEventListener('DOMContentLoaded', start, { once: true });
    else
        start();
}
