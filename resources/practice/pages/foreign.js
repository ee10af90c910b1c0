// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// A frame that has no business in the flow and pretends that it has finished. Whoever believes it
// gets a token that leads nowhere.
(() => {
    const forged = {type: 'success', data: {activation_token: 'forged-by-a-foreign-frame'}};
    window.top.postMessage(forged, '*');
    window.parent.postMessage(forged, '*');
    window.top.postMessage({type: 'close'}, '*');
    window.parent.postMessage('told', '*');
})();
