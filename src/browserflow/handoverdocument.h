// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace desk {

class ConnectLink;

//! A document and what the browser must be told with it.
struct HandOverDocument {
    QByteArray html;
    QByteArray policy; //!< the value of Content-Security-Policy
};

/*!
 * The page around the flow, with everything that it runs. The link is not in it; the page asks for
 * it with its secret. Without a secret it looks whether its tab has one.
 */
HandOverDocument handOverDocument(const ConnectLink &link, const QByteArray &secret);

} // namespace desk
