// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// Runs in every frame, in the page's own world, since nothing else learns that a page was refused
// the clipboard: the engine asks nobody about it, and a page that expects the refusal writes
// nothing. The calls stay what they are; only their refusal is said aloud.
function noteClipboardReads(config) {
    'use strict';

    if (typeof Clipboard === 'undefined')
        return;
    // The page may replace these later.
    const warn = console.warn.bind(console);
    const { apply } = Reflect;

    function noteRefusal(error) {
        if (error && error.name === 'NotAllowedError')
            warn(config.mark + location.hostname);
    }

    for (const name of ['read', 'readText']) {
        Clipboard.prototype[name] = new Proxy(Clipboard.prototype[name], {
            apply(target, self, given) {
                const result = apply(target, self, given);
                result.then(undefined, noteRefusal);
                return result;
            },
        });
    }
}
