// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString fileOf(IconName name)
{
    switch (name) {
    case IconName::ArrowDownToLine:
        return u"arrow-down-to-line"_s;
    case IconName::ChevronDown:
        return u"chevron-down"_s;
    case IconName::ChevronRight:
        return u"chevron-right"_s;
    case IconName::CircleAlert:
        return u"circle-alert"_s;
    case IconName::CircleCheck:
        return u"circle-check"_s;
    case IconName::CircleHelp:
        return u"circle-question-mark"_s;
    case IconName::CircleX:
        return u"circle-x"_s;
    case IconName::Clock:
        return u"clock"_s;
    case IconName::Camera:
        return u"camera"_s;
    case IconName::CodeXml:
        return u"code-xml"_s;
    case IconName::MonitorSmartphone:
        return u"monitor-smartphone"_s;
    case IconName::RotateCwSquare:
        return u"rotate-cw-square"_s;
    case IconName::SlidersHorizontal:
        return u"sliders-horizontal"_s;
    case IconName::Copy:
        return u"copy"_s;
    case IconName::Download:
        return u"download"_s;
    case IconName::Check:
        return u"check"_s;
    case IconName::ExternalLink:
        return u"external-link"_s;
    case IconName::Eye:
        return u"eye"_s;
    case IconName::EyeOff:
        return u"eye-off"_s;
    case IconName::FileArchive:
        return u"file-archive"_s;
    case IconName::FolderOpen:
        return u"folder-open"_s;
    case IconName::Info:
        return u"info"_s;
    case IconName::ListFilter:
        return u"list-filter"_s;
    case IconName::Mail:
        return u"mail"_s;
    case IconName::MousePointerClick:
        return u"mouse-pointer-click"_s;
    case IconName::QrCode:
        return u"qr-code"_s;
    case IconName::RotateCw:
        return u"rotate-cw"_s;
    case IconName::Search:
        return u"search"_s;
    case IconName::TriangleAlert:
        return u"triangle-alert"_s;
    case IconName::X:
        return u"x"_s;
    }
    Q_UNREACHABLE();
}

class LucideEngine final : public QIconEngine {
public:
    LucideEngine(IconName name, std::optional<ColorToken> token)
        : m_name(name)
        , m_token(token)
    {
    }

    QIconEngine *clone() const override { return new LucideEngine(m_name, m_token); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(u":/icons/%1.svg"_s.arg(fileOf(m_name)));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", inkFor(mode).name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = u"desk-icon/%1/%2/%3x%4"_s.arg(fileOf(m_name), inkFor(mode).name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QColor inkFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_token)
            return color(*m_token, schemeOf(palette));
        return palette.color(QPalette::ButtonText);
    }

    IconName m_name;
    std::optional<ColorToken> m_token;
};

} // namespace

QIcon icon(IconName name, std::optional<ColorToken> token)
{
    return QIcon(new LucideEngine(name, token));
}

} // namespace desk
