// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "picturedrawing.h"

#include "svgguard.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int longestSide = 4096;
constexpr int mostPixels = 2048 * 2048;

QImage emptyImage(QSize pixels)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

bool looksLikeXml(const QByteArray &bytes)
{
    QByteArrayView view(bytes);
    if (view.startsWith("\xEF\xBB\xBF"))
        view = view.sliced(3);
    return view.trimmed().startsWith('<');
}

QImage drawnSvg(const QByteArray &bytes, QSize pixels)
{
    const std::optional<QByteArray> safe = guardedSvg(bytes);
    if (!safe)
        return {};
    QSvgRenderer renderer;
    if (!renderer.load(*safe))
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image = emptyImage(pixels);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    return image;
}

// Which reader a file gets is decided here and not by Qt's plugins: the one for SVG would take a
// packed SVG past the guard.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.sliced(4).indexOf("WEBP") == 4)
        return "webp";
    return {};
}

// The size is known from the first bytes, before memory is taken for all the pixels that a small
// file may promise.
bool isSane(QSize size)
{
    return size.isValid() && !size.isEmpty() && size.width() <= longestSide
        && size.height() <= longestSide && size.width() * size.height() <= mostPixels;
}

QImage drawnBitmap(const QByteArray &bytes, QSize pixels)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    if (!isSane(reader.size()))
        return {};
    const QImage whole = reader.read();
    if (whole.isNull())
        return {};
    const QImage scaled = whole.scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage image = emptyImage(pixels);
    QPainter painter(&image);
    painter.drawImage(QRectF(QPointF((pixels.width() - scaled.width()) / 2.0,
                                 (pixels.height() - scaled.height()) / 2.0),
                          QSizeF(scaled.size())),
        scaled);
    return image;
}

} // namespace

QImage drawnPicture(const QByteArray &bytes, QSize pixels)
{
    if (!isSane(pixels))
        return {};
    return looksLikeXml(bytes) ? drawnSvg(bytes, pixels) : drawnBitmap(bytes, pixels);
}

} // namespace desk
