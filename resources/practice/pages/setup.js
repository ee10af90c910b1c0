// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// The open steps of a setup: which employees are included, which field is which. Each is sent as it
// is taken; the server keeps them once all are there. With #autopilot it presses its own buttons.
(() => {
    const {data, autopilot, text, element, icon, show, heading, titleWithMark, post, header, tellHost} = practice;
    const {alertBox, complain, actions, reportSuccess} = stepper;
    const steps = [...(data.groups ? ['groups'] : []), ...(data.customFields ? ['mapping'] : [])];
    const views = {groups: chooseGroups, mapping: mapFields};
    const say = (key) => text(key, {tool: data.tool.label, organization: data.organization});

    const isLast = (step) => steps.at(-1) === step;
    const goTo = (step) => (step ? views[step]() : null);
    const before = (step) => steps[steps.indexOf(step) - 1];
    const after = (step) => steps[steps.indexOf(step) + 1];

    // The frame of one step: what it shows, what it sends, and what is wrong with that.
    function form(step, content, read) {
        const alert = alertBox();
        const submit = element('button', {type: 'submit', class: 'primary', id: 'continue'},
            text(isLast(step) ? 'setup.finish' : 'setup.continue'));

        async function onSubmit(event) {
            event.preventDefault();
            alert.replaceChildren();
            const {problem, ...choices} = read();
            if (problem || submit.disabled)
                return problem && complain(alert, text(problem));
            submit.disabled = true;
            const error = await send(step, choices);
            submit.disabled = false;
            if (!error)
                return;
            complain(alert, text(error));
            submit.focus(); // lost it while it was disabled
        }

        const back = before(step) ? () => goTo(before(step)) : null;
        show(stepper.progress(steps, step), titleWithMark(data.tool, say(`setup.${step}.title`)),
            element('p', {class: 'muted'}, say(`setup.${step}.intro`)),
            element('form', {class: 'stack', novalidate: true, onsubmit: onSubmit}, ...content, alert, actions(submit, back)));
        if (autopilot)
            submit.click();
    }

    // Gives the key of what went wrong.
    async function send(step, choices) {
        const {error} = await post(`/connect/${step}`, choices);
        if (error)
            return error;
        if (!isLast(step))
            return goTo(after(step));
        const answer = await post('/connect/finish');
        if (answer.error)
            return answer.error;
        done();
        await reportSuccess(answer.activation_token);
        return null;
    }

    let chosen = data.groups?.filter((group) => group.chosen).map((group) => group.id) ?? [];
    function chooseGroups() {
        const boxes = data.groups.map((group, index) => element('input', {
            type: 'checkbox', value: group.id, id: `group-${group.id}`,
            checked: chosen.includes(group.id) || (autopilot && index === 0),
        }));
        const rows = data.groups.map((group, index) => element('label', {for: `group-${group.id}`}, boxes[index], group.label));
        form('groups', [element('fieldset', {class: 'choices'},
            element('legend', {class: 'spoken'}, say('setup.groups.title')), ...rows)], () => {
            chosen = boxes.filter((box) => box.checked).map((box) => box.value);
            return {groups: chosen, problem: chosen.length ? null : 'setup.groups.none'};
        });
    }

    const mapped = Object.fromEntries((data.customFields ?? []).map((field) => [field.id, field.mapped ?? '']));
    function mapFields() {
        const models = [...new Set(data.fields.map((field) => field.model))];
        const options = () => [element('option', {value: ''}, text('setup.mapping.open')),
            ...models.map((model) => element('optgroup', {label: model},
                ...data.fields.filter((field) => field.model === model)
                    .map((field) => element('option', {value: field.id}, field.label))))];
        const rows = data.customFields.map((field, index) => {
            const select = element('select', {id: `field-${index}`, 'aria-describedby': field.description ? `about-${index}` : false,
                onchange: () => { mapped[field.id] = select.value; }}, ...options());
            if (autopilot && index === 0)
                mapped[field.id] ||= data.fields[0].id;
            select.value = mapped[field.id];
            const about = field.description ? [element('p', {class: 'muted small', id: `about-${index}`}, field.description)] : [];
            return element('div', {class: 'field'}, element('label', {for: `field-${index}`}, field.label), select, ...about);
        });
        form('mapping', rows, () => ({mappings: Object.fromEntries(Object.entries(mapped).filter(([, target]) => target))}));
    }

    function done() {
        header(); // nothing is left to be closed before finishing
        show(element('div', {class: 'stack middle', id: 'done'},
            element('span', {class: 'tick', 'aria-hidden': 'true'}, icon('check')),
            heading(say('setup.done.title'), say('setup.done.text'))));
    }

    header(() => tellHost({type: 'close'}));
    goTo(steps[0]);
})();
