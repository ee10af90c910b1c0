// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// The pop-up in which a tool would ask for access.
(() => {
    const {data, autopilot, text, element, icon, show, heading, titleWithMark, post, header} = practice;
    const names = {tool: data.tool.label, organization: data.organization};

    function answer(allowed) {
        if (window.opener)
            window.opener.postMessage({type: 'practice-sign-in', allowed}, location.origin);
        window.close();
        show(heading(text('oauth.answered')));
    }

    const alert = element('div', {class: 'alert', role: 'alert'});
    async function allow() {
        allowButton.disabled = true;
        const {error} = await post('/connect/oauth');
        if (!error)
            return answer(true);
        alert.replaceChildren(icon('warning'), text(error));
        allowButton.disabled = false;
        allowButton.focus(); // lost it while it was disabled
    }

    const allowButton = element('button', {type: 'button', class: 'primary', id: 'allow', onclick: allow},
        text('oauth.allow'));
    header();
    show(titleWithMark(data.tool, text('oauth.question', names)),
        element('p', {class: 'muted'}, text('oauth.explanation', names)),
        alert,
        element('div', {class: 'actions'},
            element('button', {type: 'button', class: 'quiet', id: 'deny', onclick: () => answer(false)},
                text('oauth.deny')),
            allowButton));
    if (autopilot)
        allowButton.click();
})();
