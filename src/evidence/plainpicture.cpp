// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "plainpicture.h"

#include <QBuffer>

namespace desk {

std::optional<QByteArray> plainPng(const QImage &image)
{
    const QImage points = image.convertToFormat(
        image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (points.isNull())
        return std::nullopt;
    // An image around foreign bytes knows nothing but them.
    const QImage plain(points.constBits(), points.width(), points.height(), points.bytesPerLine(),
        points.format());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!plain.save(&buffer, "PNG"))
        return std::nullopt;
    return buffer.data();
}

} // namespace desk
