// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
'use strict';

// A link that leads nowhere.
(() => {
    const {data, text, show, heading, header, tellHost} = practice;
    header(() => tellHost({type: 'close'}));
    show(heading(text(`notice.${data.notice}.title`), text(`notice.${data.notice}.text`)));
})();
