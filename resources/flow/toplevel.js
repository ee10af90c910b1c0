// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// The flow as a page of its own: there is no frame and no embed library, and what it posts to its
// parent it posts to itself.
function startTopLevel(config, report) {
    'use strict';

    function sayAlive() {
        if (window.origin === config.origin && hasContent())
            report({ kind: 'alive' });
    }

    if (document.readyState === 'loading')
        document.addEventListener('DOMContentLoaded', sayAlive, { once: true });
    else
        sayAlive();

    return (origin, data) => {
        if (data.type === 'success')
            report({ kind: 'success', origin, token: data.data.activation_token });
        else
            report({ kind: 'close', origin });
    };
}
