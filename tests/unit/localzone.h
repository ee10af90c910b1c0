// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <ctime>

namespace desk::test {

//! While it lives, the computer's local time is that of a place such as "Europe/Berlin".
class LocalZone {
public:
    explicit LocalZone(const QByteArray &name)
        : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", name);
        tzset();
    }
    ~LocalZone()
    {
        if (m_before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", m_before);
        tzset();
    }
    Q_DISABLE_COPY_MOVE(LocalZone)

private:
    QByteArray m_before;
};

} // namespace desk::test
