// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>

#include <optional>
#include <utility>

namespace desk {

//! Which of its looks a page is asked for.
enum class PageScheme {
    Application, //!< as the application looks, which is what the system says
    Light,
    Dark,
};

/*!
 * What a flow finds when it asks for its surroundings: how large its view is, on what kind of
 * device, and what its user prefers. A value made by default changes nothing. Meant for the page
 * of the flow only.
 */
struct ViewingConditions final {
    Q_DECLARE_TR_FUNCTIONS(desk::ViewingConditions)

public:
    static constexpr QSize smallestSize{200, 200};
    static constexpr QSize largestSize{4096, 4096};
    static constexpr double smallestScale = 0.5;
    static constexpr double largestScale = 4;
    static constexpr int smallestZoom = 50;
    static constexpr int largestZoom = 200;
    static constexpr qsizetype longestHeader = 512;

    //! In CSS pixels, which the zoom leaves alone; none: as large as the room that is there.
    std::optional<QSize> size;
    //! What window.devicePixelRatio says; none: that of the screen times the zoom.
    std::optional<double> deviceScale;
    bool hasTouch = false;
    //! Percent.
    int zoom = 100;
    PageScheme scheme = PageScheme::Application;
    bool reducesMotion = false;
    //! The header Accept-Language, such as "de-DE, de"; the engine weighs the entries itself.
    //! Empty: that of the engine.
    QString language;
    //! The header User-Agent; empty: that of the engine.
    QString userAgent;

    bool isDefault() const { return *this == ViewingConditions(); }
    //! Width and height change places; without a size nothing happens.
    ViewingConditions rotated() const;
    //! Each bound that is broken, as a sentence that names the field and the reason.
    QStringList problems() const;
    //! What differs from the default, as name and value for evidence.
    QList<std::pair<QString, QString>> facts() const;
    //! The size and what belongs to it in one line, such as "390 × 844 · 2× · touch"; may be empty.
    QString caption() const;

    bool operator==(const ViewingConditions &other) const = default;
};

//! A size that is chosen by name, with what goes along with it.
struct ViewportPreset final {
    QSize size;
    double deviceScale = 1;
    bool hasTouch = false;

    //! The same conditions on such a device.
    ViewingConditions appliedTo(ViewingConditions conditions) const;

    bool operator==(const ViewportPreset &other) const = default;
};

//! From the smallest to the largest.
QList<ViewportPreset> viewportPresets();

} // namespace desk

Q_DECLARE_METATYPE(desk::ViewingConditions)
