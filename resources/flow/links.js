// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// Runs in every frame. A link that opens a page of its own, without a way back to this one, belongs
// into the browser of the system. The engine does not tell such a link from window.open(), which a
// sign-in may need; so the window is opened here, with a size that says what it is. A page can do the
// same: it gains nothing, since somebody has to click, and every address is judged again.
function markLinks(config) {
    'use strict';

    function isPlainLink(element) {
        return (element instanceof HTMLAnchorElement || element instanceof HTMLAreaElement)
            && element.target.toLowerCase() === '_blank'
            && !element.relList.contains('opener')
            && !element.hasAttribute('download')
            && (element.protocol === 'https:' || element.protocol === 'http:');
    }

    window.addEventListener('click', (event) => {
        const isPlainClick = event.isTrusted && !event.defaultPrevented && event.button === 0
            && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey;
        const link = isPlainClick && event.composedPath().find(isPlainLink);
        if (!link)
            return;
        event.preventDefault();
        window.open(link.href, '_blank', config.mark);
    });
}
