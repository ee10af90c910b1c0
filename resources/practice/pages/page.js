// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// What every page of the practice flow needs. Whatever comes from outside, names above all, gets
// into the page as text nodes and attribute values only.
const practice = (() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    const token = new URLSearchParams(location.search).get('token');
    // In view: with the last page left standing for a picture, since the host takes it away when told.
    const inView = location.hash === '#autopilot-in-view';
    const autopilot = inView || location.hash === '#autopilot';
    const main = document.getElementById('main');

    const shapes = {
        close: 'M6 6l12 12M18 6L6 18',
        check: 'M5 12.5l4.5 4.5L19 7.5',
        search: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16.2 16.2L20 20',
        warning: 'M12 8v5M12 16.5v.01M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17',
        todo: 'M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15',
    };

    // One pass over the pattern, so that braces in a client's name are left alone.
    function text(key, values = {}) {
        return data.texts[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    }

    function element(name, attributes = {}, ...children) {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) {
            if (key.startsWith('on'))
                made.addEventListener(key.slice(2), value);
            else if (value !== false)
                made.setAttribute(key, value === true ? '' : value);
        }
        made.append(...children);
        return made;
    }

    function icon(name) {
        const namespace = 'http://www.w3.org/2000/svg';
        const drawing = document.createElementNS(namespace, 'svg');
        drawing.setAttribute('viewBox', '0 0 24 24');
        drawing.setAttribute('aria-hidden', 'true');
        const path = document.createElementNS(namespace, 'path');
        path.setAttribute('d', shapes[name]);
        drawing.append(path);
        return drawing;
    }

    function mark(tool, size = '') {
        const letters = [...tool.label].slice(0, 2).join('');
        const sum = [...tool.id].reduce((total, letter) => total + letter.codePointAt(0), 0);
        return element('span', {class: `mark tint${sum % 7} ${size}`, 'aria-hidden': 'true'}, letters);
    }

    // Replaces the view. The heading takes the focus so that it is read out, unless the page has
    // just been opened: then the focus stays where the person is.
    let shown = false;
    function show(...children) {
        main.replaceChildren(element('div', {class: 'stack'}, ...children));
        if (shown) {
            main.querySelector('h1').focus();
            scrollTo(0, 0);
            main.classList.remove('moved');
            if (!autopilot)
                requestAnimationFrame(() => main.classList.add('moved'));
        }
        shown = true;
    }

    function heading(title, intro) {
        const parts = [element('h1', {tabindex: '-1'}, title)];
        if (intro)
            parts.push(element('p', {class: 'muted'}, intro));
        return element('div', {class: 'heading'}, ...parts);
    }

    function titleWithMark(tool, title) {
        return element('div', {class: 'title'}, mark(tool), element('h1', {tabindex: '-1'}, title));
    }

    // Gives the server's answer, or {error} with the key of the sentence to show.
    async function post(path, step = {}) {
        let response;
        try {
            response = await fetch(path, {
                method: 'POST',
                headers: {'Content-Type': 'application/json'},
                body: JSON.stringify({token, visit: data.visit, ...step}),
            });
            return response.ok ? await response.json() : {error: 'error.gone'};
        } catch {
            return {error: 'error.network'};
        }
    }

    function header(onClose) {
        const parts = [element('span', {class: 'banner'}, text('banner'))];
        if (onClose) {
            const label = text('close');
            parts.push(element('button',
                {type: 'button', class: 'icon', id: 'close', 'aria-label': label, title: label, onclick: onClose},
                icon('close')));
        }
        document.getElementById('header').replaceChildren(...parts);
    }

    // kombo-api.md 9.3: the host page decides whom it believes, so the target is not narrowed.
    function tellHost(message) {
        window.parent.postMessage(message, '*');
    }

    return {data, token, autopilot, inView, text, element, icon, mark, show, heading, titleWithMark, post, header, tellHost};
})();
