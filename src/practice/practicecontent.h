// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QByteArray>
#include <QJsonObject>

namespace desk {

//! The sentences of the flow in one language, by key. The same keys in every language.
QJsonObject practiceTexts(FlowLanguage language);

//! The pages; each is a script of that name in resources/practice/pages.
enum class PracticePage { Flow, Setup, OAuth, Notice, Guide, Foreign };

/*!
 * A whole HTML page in one piece, so that nothing has to be fetched before it can begin: the
 * sentences are added to data, and the page's script acts on it. The nonce is for the content
 * security policy. Safe for any text in data, because it travels as JSON in which no markup can
 * begin.
 */
QByteArray practicePage(
    PracticePage page, FlowLanguage language, const QByteArray &nonce, QJsonObject data);

} // namespace desk
