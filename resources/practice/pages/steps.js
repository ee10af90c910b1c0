// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// What the pages with steps share: the bar of progress, buttons, complaints, and the end.
const stepper = (() => {
    const {inView, text, element, icon, tellHost} = practice;
    const pictureTime = 600; // milliseconds

    function progress(steps, step) {
        const position = steps.indexOf(step) + 1;
        const bars = steps.map((_, index) => element('span', {class: index < position ? 'past' : ''}));
        return element('div', {},
            element('div', {class: 'progress', 'aria-hidden': 'true'}, ...bars),
            element('span', {class: 'spoken'}, text('step', {step: position, steps: steps.length})));
    }

    function alertBox() {
        return element('div', {class: 'alert', role: 'alert', id: 'alert'});
    }

    function complain(box, sentence) {
        box.replaceChildren(icon('warning'), element('span', {}, sentence));
    }

    function actions(primary, back) {
        const backButton = () => element('button', {type: 'button', class: 'quiet', id: 'back', onclick: back}, text('back'));
        return element('div', {class: 'actions'}, ...(back ? [backButton()] : []), primary);
    }

    // Frames are not drawn where nobody looks, so this does not wait for one for ever.
    function painted() {
        return new Promise((resolve) => {
            setTimeout(resolve, 100);
            requestAnimationFrame(() => requestAnimationFrame(resolve));
        });
    }

    // To be called once the last view stands: the host takes the frame away when it hears of it.
    async function reportSuccess(activationToken) {
        await painted();
        await practice.held; // see behaviour.js
        if (inView)
            await new Promise((resolve) => { setTimeout(resolve, pictureTime); });
        tellHost({type: 'success', data: {activation_token: activationToken}});
    }

    return {progress, alertBox, complain, actions, reportSuccess};
})();
