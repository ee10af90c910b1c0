// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "onewaybody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace desk {

OneWayBody::OneWayBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered: the base class would otherwise rewind within what it has read ahead.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneWayBody::seek(qint64 position)
{
    return position == m_read && QIODevice::seek(position);
}

qint64 OneWayBody::readData(char *data, qint64 longest)
{
    const qint64 count = std::min(longest, m_body.size() - m_read);
    if (count <= 0)
        return 0;
    std::memcpy(data, m_body.constData() + m_read, static_cast<std::size_t>(count));
    m_read += count;
    return count;
}

} // namespace desk
