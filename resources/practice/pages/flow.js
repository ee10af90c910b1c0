// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// The flow: choose a tool, agree, sign in, connect, done; or the same again for an integration that
// needs new credentials. The server decides whether a step counts; this page only shows them. With
// #autopilot it presses its own buttons, without any pause.
(() => {
    const {data, token, autopilot, text, element, icon, mark, show, heading, titleWithMark, post, header, tellHost} = practice;
    const {alertBox, actions, reportSuccess} = stepper;
    const steps = data.preset ? ['consent', 'signIn', 'connect'] : ['choose', 'consent', 'signIn', 'connect'];
    const mostAttempts = 4; // of the autopilot
    const connectingTime = 900; // milliseconds, long enough to be seen

    let tool = null;
    const names = () => ({tool: tool?.label, organization: data.organization});
    const say = (key) => text(key, names());

    const progress = (step) => stepper.progress(steps, step);
    const complain = (box, key) => stepper.complain(box, say(key));

    // "Nomina" finds "Nómina".
    function plain(words) {
        return words.normalize('NFD').replace(/\p{M}/gu, '').trim().toLocaleLowerCase();
    }

    // Step 1, when the link leaves the choice open.
    function choose() {
        const list = element('ul', {class: 'tools'});
        const none = element('p', {class: 'muted', role: 'status'});
        const search = element('input', {
            type: 'search', id: 'search', 'aria-label': text('choose.search'),
            placeholder: text('choose.search'), autocomplete: 'off', spellcheck: 'false',
            oninput: fill, onkeydown: fromSearch,
        });

        function fill() {
            const wanted = plain(search.value);
            const found = data.tools.filter((each) => plain(each.label).includes(wanted));
            list.replaceChildren(...found.map((each) => element('li', {}, element('button',
                {type: 'button', 'data-tool': each.id, onclick: () => pick(each)}, mark(each), each.label))));
            none.textContent = found.length ? '' : text('choose.none');
            none.hidden = found.length > 0;
        }

        function pick(chosen) {
            tool = chosen;
            consent();
        }

        function fromSearch(event) {
            const first = list.querySelector('button');
            if (!first || event.isComposing)
                return;
            if (event.key === 'ArrowDown') {
                event.preventDefault();
                first.focus();
            } else if (event.key === 'Enter' && search.value.trim()) {
                first.click();
            }
        }

        list.addEventListener('keydown', (event) => {
            const buttons = [...list.querySelectorAll('button')];
            const at = buttons.indexOf(document.activeElement);
            const target = {ArrowDown: buttons[at + 1], ArrowUp: buttons[at - 1] ?? search,
                Home: buttons[0], End: buttons.at(-1)}[event.key];
            if (target) {
                event.preventDefault();
                target.focus();
            } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey) {
                search.focus(); // the letter goes into it
            }
        });

        fill();
        show(progress('choose'), heading(text(`choose.title.${data.category}`), say('choose.intro')),
            element('div', {class: 'search'}, icon('search'), search), list, none);
        if (autopilot)
            list.querySelector('button').click();
    }

    function factList() {
        const facts = [1, 2, 3, 4].map((number) => text(`consent.${data.category}.${number}`));
        return element('ul', {class: 'facts'},
            ...facts.map((fact) => element('li', {}, icon('check'), element('span', {}, fact))));
    }

    function whatIsAsked() {
        if (!data.reconnect)
            return [heading(say('consent.title'), say('consent.intro')), factList()];
        const scopes = data.newScopes ? [element('p', {}, say('reconnect.scopes')), factList()] : [];
        return [heading(say('reconnect.title'), say('reconnect.intro')), ...scopes];
    }

    // Step 2: what will be read.
    function consent() {
        const later = data.reconnect ? [] : ['filtering', 'fieldMapping'].filter((step) => data[step]);
        const alert = alertBox();
        const agree = element('button', {type: 'button', class: 'primary', id: 'agree', onclick: onAgree},
            data.reconnect ? text('reconnect.continue') : text('consent.agree'));

        async function onAgree() {
            agree.disabled = true;
            const {error} = await post('/connect/consent', {tool: tool.id});
            if (!error)
                return signIn();
            complain(alert, error);
            agree.disabled = false;
            agree.focus(); // lost it while it was disabled
        }

        const initial = [...data.organization][0];
        show(progress('consent'),
            element('div', {class: 'pair', 'aria-hidden': 'true'}, mark(tool, 'large'),
                element('span', {class: 'wire'}), element('span', {class: 'mark large organization'}, initial)),
            ...whatIsAsked(),
            element('div', {class: 'heading muted small'},
                ...later.map((step) => element('p', {}, text(`consent.${step}`))),
                element('p', {}, text('consent.note'))),
            alert, actions(agree, data.preset ? null : () => choose()));
        if (autopilot)
            agree.click();
    }

    // Step 3, one of three kinds.
    function signIn() {
        if (tool.signIn === 'oauth')
            return signInByPopup();
        if (tool.signIn === 'password') {
            return signInByForm('password', [
                {name: 'user_name', label: 'password.user', autopilot: 'practice'},
                {name: 'password', label: 'password.label', secret: true, autopilot: 'practice'},
            ]);
        }
        return signInByForm('apiKey', [{name: 'api_key', label: 'apiKey.label', secret: true, autopilot: 'practice-key'}]);
    }

    function field({name, label, secret}) {
        const problem = element('p', {class: 'problem', id: `${name}-problem`, hidden: true});
        const input = element('input', {
            id: name, name, type: secret ? 'password' : 'text', maxlength: '500', 'aria-required': 'true',
            autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
            'aria-describedby': `${name}-problem hint`,
        });
        const parts = [input];
        if (secret) {
            const toggle = element('button', {type: 'button', 'aria-controls': name, onclick: () => {
                const hidden = input.type === 'text';
                input.type = hidden ? 'password' : 'text';
                toggle.textContent = text(hidden ? 'secret.show' : 'secret.hide');
            }}, text('secret.show'));
            parts.push(toggle);
        }
        function mind(key) {
            input.setAttribute('aria-invalid', key ? 'true' : 'false');
            problem.hidden = !key;
            problem.textContent = key ? text(key) : '';
        }
        input.addEventListener('input', () => mind(null));
        return {name, input, mind, view: element('div', {class: 'field'},
            element('label', {for: name}, text(label)),
            element('div', {class: secret ? 'secret' : ''}, ...parts), problem)};
    }

    function signInByForm(kind, wanted) {
        const fields = wanted.map(field);
        const alert = alertBox();
        let attempts = 0;
        const submit = element('button', {type: 'submit', class: 'primary', id: 'connect'}, text('connect'));

        async function onSubmit(event) {
            event.preventDefault();
            alert.replaceChildren();
            for (const {mind} of fields)
                mind(null);
            const empty = fields.filter(({input}) => !input.value.trim());
            for (const {mind} of empty)
                mind('required');
            if (empty.length || submit.disabled)
                return empty[0]?.input.focus();
            submit.disabled = true;
            const typed = Object.fromEntries(fields.map(({name, input}) => [name, input.value.trim()]));
            const {error} = await post('/connect/sign-in', typed);
            submit.disabled = false;
            if (!error)
                return connect();
            complain(alert, error === 'wrong-credentials' ? `${kind}.wrong` : error);
            for (const {input} of fields)
                input.setAttribute('aria-invalid', 'true');
            fields[0].input.focus();
            fields[0].input.select();
            if (autopilot && ++attempts < mostAttempts)
                submit.click(); // the server may have been told to refuse them once
        }

        const form = element('form', {class: 'stack', novalidate: true, onsubmit: onSubmit},
            ...fields.map(({view}) => view),
            element('p', {class: 'muted small', id: 'hint'}, text(`${kind}.hint`)),
            alert, actions(submit, consent));
        show(progress('signIn'), titleWithMark(tool, say(`${kind}.title`)), form);
        if (autopilot) {
            fields.forEach(({input}, index) => { input.value = wanted[index].autopilot; });
            submit.click();
        } else if (document.hasFocus()) {
            fields[0].input.focus();
        }
    }

    function signInByPopup() {
        const alert = alertBox();
        const status = element('p', {class: 'muted', role: 'status'});
        const open = element('button', {type: 'button', class: 'primary', id: 'open', onclick: onOpen}, text('oauth.open'));
        let popup = null;
        let watch = 0;

        function onOpen() {
            end();
            alert.replaceChildren();
            const query = new URLSearchParams({token, visit: data.visit});
            popup = window.open(`/connect/oauth?${query}${location.hash}`, 'practice-sign-in', 'popup,width=480,height=640');
            if (!popup)
                return complain(alert, 'oauth.blocked');
            status.textContent = text('oauth.waiting');
            window.addEventListener('message', onMessage);
            // A window says goodbye in no other way; its message may be under way, hence the second look.
            let closedBefore = false;
            watch = setInterval(() => {
                if (closedBefore)
                    ended('oauth.closed');
                closedBefore = popup.closed;
            }, 400);
        }

        function onMessage(event) {
            if (event.source !== popup || event.origin !== location.origin || event.data?.type !== 'practice-sign-in')
                return;
            if (event.data.allowed !== true)
                return ended('oauth.denied');
            end();
            connect();
        }

        function end() {
            window.removeEventListener('message', onMessage);
            clearInterval(watch);
            status.textContent = '';
        }

        function ended(problem) {
            end();
            complain(alert, problem);
        }

        function leave() {
            end();
            popup?.close();
            consent();
        }

        show(progress('signIn'), titleWithMark(tool, say('oauth.title')),
            element('p', {class: 'muted'}, say('oauth.intro')), alert, status, actions(open, leave));
        if (autopilot)
            open.click();
    }

    // Step 4.
    async function connect() {
        const lines = ['check', 'sample', 'finish'];
        const line = element('p', {class: 'muted', role: 'status'}, text('connecting.check'));
        const view = [progress('connect'), element('div', {class: 'stack middle'},
            element('span', {class: 'ring'}, mark(tool, 'large')), heading(say('connecting.title')), line)];
        show(...view);
        for (const key of autopilot ? [] : lines) {
            line.textContent = text(`connecting.${key}`);
            await new Promise((resolve) => { setTimeout(resolve, connectingTime / lines.length); });
        }
        const answer = await post('/connect/finish');
        if (answer.error)
            return failed(answer.error);
        done();
        await reportSuccess(answer.activation_token);
    }

    function failed(key) {
        const alert = alertBox();
        const again = element('button', {type: 'button', class: 'primary', onclick: connect}, text('connect'));
        show(progress('connect'), titleWithMark(tool, say('connecting.title')), alert, actions(again, consent));
        complain(alert, key);
    }

    function done() {
        header(); // nothing is left to be closed before finishing
        const tick = element('span', {class: 'tick', 'aria-hidden': 'true'}, icon('check'));
        if (data.reconnect) {
            return show(element('div', {class: 'stack middle', id: 'done'}, tick,
                heading(say('reconnect.done.title'), say('reconnect.done.text'))));
        }
        const open = ['filtering', 'fieldMapping'].filter((step) => data[step]);
        const parts = [tick, heading(say('done.title'), say(open.length ? 'done.open' : 'done.text'))];
        if (open.length) {
            parts.push(element('ul', {class: 'facts open-steps'}, ...open.map((step) =>
                element('li', {}, icon('todo'), element('span', {}, text(`done.${step}`))))));
        }
        show(element('div', {class: 'stack middle', id: 'done'}, ...parts));
    }

    header(() => tellHost({type: 'close'}));
    if (data.preset) {
        tool = data.tools.find(({id}) => id === data.preset);
        consent();
    } else {
        choose();
    }
})();
