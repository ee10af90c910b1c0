// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "support/stricttest.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk::test {

void StrictTest::init()
{
    // Let through only what Qt prints on any offscreen run, whatever the program does.
    QTest::failOnWarning(
        QRegularExpression(u"^(?!WebEngineContext used before QtWebEngine"
                           "|No suitable graphics backend found"
                           "|This plugin does not support propagateSizeHints"
                           "|This plugin does not support raise"
                           "|This plugin does not support grabbing the keyboard)"_s));
}

} // namespace desk::test
