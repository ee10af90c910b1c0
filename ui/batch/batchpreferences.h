// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace desk {

//! How the window for many clients was left. Nothing of any client.
struct BatchPreferences {
    QByteArray geometry; //!< of the window; empty: not known
    QByteArray splitter; //!< between columns and rows
    int concurrency = 0; //!< 0: the usual one
    QString folder; //!< where the last table was; empty: not known
};

} // namespace desk
