// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace desk {

//! Letters and digits from the system's own source of randomness; about 5.95 bits each.
QString randomWord(qsizetype length);

//! Compares without telling by its duration how much of a guess was right.
bool equalSecrets(QByteArrayView left, QByteArrayView right);

} // namespace desk
