// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <memory>

QT_BEGIN_NAMESPACE
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

/*!
 * A browser profile for one flow: off the record, because the flow keeps what the end user types in
 * its storage (kombo-api.md 9.6), and with everything switched off that a connection flow has no
 * need for. Must outlive its pages. Downloads are not decided here.
 */
std::unique_ptr<QWebEngineProfile> createFlowProfile();

} // namespace desk
