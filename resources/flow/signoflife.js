// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// What an answer without a body looks like has none; nobody can go on from there.
function hasContent() {
    'use strict';

    return document.querySelector('head > *, body > *, body:not(:empty)') !== null;
}

// Runs in every frame. Loading the host page says nothing about the frame in it, so whatever document
// the frame shows says that it is there; the gate sees from which origin.
function sendSignOfLife(config) {
    'use strict';

    const isFlowFrame = window.parent !== window && window.parent === window.top;
    if (isFlowFrame && hasContent())
        window.parent.postMessage({ type: config.presence }, config.hostOrigin);
}
