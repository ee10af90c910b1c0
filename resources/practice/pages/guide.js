// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// How a customer connects one tool, as far as there is something to say in practice.
(() => {
    const {data, text, element, show, titleWithMark, header} = practice;
    const names = {tool: data.tool.label};
    const steps = [1, 2, 3].map((number) => text(`guide.${data.tool.signIn}.${number}`, names));
    header();
    show(titleWithMark(data.tool, text('guide.title', names)),
        element('p', {class: 'muted'}, text('guide.intro', names)),
        element('ol', {}, ...steps.map((step) => element('li', {}, step))),
        element('p', {class: 'muted small'}, text('guide.note')));
})();
