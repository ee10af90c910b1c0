// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
QT_END_NAMESPACE

namespace desk {

/*!
 * Answers every request of the page for a permission with no, at once: one that is not answered
 * would keep the page waiting for ever. Copying to the clipboard is not asked for, it is a setting.
 * The callback gets host and permission. Qt's way of asking changed with 6.8; this is the one place
 * that knows both.
 */
void refusePermissions(QWebEnginePage *page, const std::function<void(const QString &)> &refused);

} // namespace desk
