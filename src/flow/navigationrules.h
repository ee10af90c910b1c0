// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUrl>

namespace desk {

/*!
 * Where a frame of the flow, or a window opened by it, may go: https anywhere, because the hosts of
 * a sign-in differ from tool to tool; plain http to this machine if the link itself is there; the
 * empty documents every page may make. Everything else (file:, data:, blob:, custom schemes) may
 * not.
 */
class NavigationRules {
public:
    //! Until a link is known, nothing on this machine is allowed.
    NavigationRules() = default;
    explicit NavigationRules(bool loopbackAllowed)
        : m_loopbackAllowed(loopbackAllowed)
    {
    }

    bool allows(const QUrl &target) const;

private:
    bool m_loopbackAllowed = false;
};

//! What may be recorded of an address: host and path of a web address, only the scheme of others.
QString placeOf(const QUrl &url);

} // namespace desk
