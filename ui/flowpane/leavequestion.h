// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

class ConnectSession;

//! What somebody is about to do.
enum class Leaving { GiveUpToken, CloseWindow };

/*!
 * Asks whether a live session may be left, which loses the flow or, worse, a token that was not
 * resolved yet. Calls leave if a person says so; only one such question is open at a time.
 */
void askBeforeLeaving(QWidget *parent, Leaving leaving, const ConnectSession &session,
    const std::function<void()> &leave);

} // namespace desk
