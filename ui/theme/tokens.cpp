// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace desk {

namespace {

struct Row {
    ColorToken token;
    QRgb light;
    QRgb dark;
};

constexpr std::array rows{
    Row{ColorToken::Window, 0xffeef0f4, 0xff121418},
    Row{ColorToken::Surface, 0xfffbfcfd, 0xff1a1d23},
    Row{ColorToken::Field, 0xffffffff, 0xff121418},
    Row{ColorToken::Text, 0xff1a1e26, 0xffe8ebf1},
    Row{ColorToken::MutedText, 0xff586172, 0xffa4adbb},
    Row{ColorToken::Border, 0xffd8dde6, 0xff2f343e},
    Row{ColorToken::FieldBorder, 0xff858e9c, 0xff6b7482},
    Row{ColorToken::Hover, 0xffe4e8f0, 0xff272c35},
    Row{ColorToken::Accent, 0xff3d4fc4, 0xff98a5ff},
    Row{ColorToken::AccentHover, 0xff3141aa, 0xffb0baff},
    Row{ColorToken::AccentText, 0xffffffff, 0xff12152b},
    Row{ColorToken::Danger, 0xffb3261e, 0xffff9c92},
    Row{ColorToken::DangerSurface, 0xfffdecea, 0xff3a1f1f},
    Row{ColorToken::Warning, 0xff7a4a00, 0xffffc669},
    Row{ColorToken::WarningSurface, 0xfffff3dc, 0xff352a15},
    Row{ColorToken::Success, 0xff0a6640, 0xff6fd8a6},
    Row{ColorToken::SuccessSurface, 0xffe4f5ec, 0xff163024},
    Row{ColorToken::Practice, 0xff0b6170, 0xff7cd3e2},
    Row{ColorToken::PracticeSurface, 0xffdcf2f5, 0xff12303a},
    Row{ColorToken::Custom, 0xff7a2e8a, 0xffe2a6ef},
    Row{ColorToken::CustomSurface, 0xfff7e8fa, 0xff33203a},
    Row{ColorToken::Development, 0xff1b4fa8, 0xff9fc6ff},
    Row{ColorToken::DevelopmentSurface, 0xffe2edfd, 0xff172c4a},
    Row{ColorToken::Production, 0xffffffff, 0xffffffff},
    Row{ColorToken::ProductionSurface, 0xffb3261e, 0xffd83a33},
};

// The relative luminance of one channel, as WCAG defines it.
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

QColor color(ColorToken token, Scheme scheme)
{
    const auto row = std::find_if(
        rows.cbegin(), rows.cend(), [token](const Row &known) { return known.token == token; });
    return QColor::fromRgb(scheme == Scheme::Light ? row->light : row->dark);
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

QPalette paletteOf(Scheme scheme)
{
    const auto of = [scheme](ColorToken token) { return color(token, scheme); };
    QPalette palette;
    palette.setColor(QPalette::Window, of(ColorToken::Surface));
    palette.setColor(QPalette::WindowText, of(ColorToken::Text));
    palette.setColor(QPalette::Base, of(ColorToken::Field));
    palette.setColor(QPalette::AlternateBase, of(ColorToken::Window));
    palette.setColor(QPalette::Text, of(ColorToken::Text));
    palette.setColor(QPalette::PlaceholderText, of(ColorToken::MutedText));
    palette.setColor(QPalette::Button, of(ColorToken::Surface));
    palette.setColor(QPalette::ButtonText, of(ColorToken::Text));
    palette.setColor(QPalette::BrightText, of(ColorToken::Danger));
    palette.setColor(QPalette::Highlight, of(ColorToken::Accent));
    palette.setColor(QPalette::HighlightedText, of(ColorToken::AccentText));
    palette.setColor(QPalette::Link, of(ColorToken::Accent));
    palette.setColor(QPalette::LinkVisited, of(ColorToken::Accent));
    palette.setColor(QPalette::ToolTipBase, of(ColorToken::Text));
    palette.setColor(QPalette::ToolTipText, of(ColorToken::Surface));
    palette.setColor(QPalette::Light, of(ColorToken::Hover));
    palette.setColor(QPalette::Midlight, of(ColorToken::Hover));
    palette.setColor(QPalette::Mid, of(ColorToken::Border));
    palette.setColor(QPalette::Dark, of(ColorToken::FieldBorder));
    palette.setColor(QPalette::Shadow, of(ColorToken::FieldBorder));
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, of(ColorToken::MutedText));
    }
    return palette;
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace desk
