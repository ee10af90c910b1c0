// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "randomword.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace desk {

QString randomWord(qsizetype length)
{
    constexpr auto alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"_L1;
    QRandomGenerator *const source = QRandomGenerator::system();
    QString word;
    word.reserve(length);
    while (word.size() < length)
        word.append(alphabet.at(source->bounded(alphabet.size())));
    return word;
}

bool equalSecrets(QByteArrayView left, QByteArrayView right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned>(left[i] ^ right[i]);
    return difference == 0;
}

} // namespace desk
