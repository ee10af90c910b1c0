// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {
Q_NAMESPACE

//! The kind of integration a link is for (kombo-api.md 5.2).
enum class Category { Hris, Ats, Assessment, Lms };
Q_ENUM_NS(Category)

//! The language of the Connect flow, which is not the language of this application.
enum class FlowLanguage { English, German, French, Italian, Spanish };
Q_ENUM_NS(FlowLanguage)

//! Embedded links last an hour and are shown here; magic links last a year and are sent.
enum class LinkType { Embedded, MagicLink };
Q_ENUM_NS(LinkType)

//! Whether a link may be made without an origin ID; each profile decides for itself.
enum class OriginIdPolicy { Required, Optional };

/*!
 * Everything create-link knows about one end user and the flow meant for them (kombo-api.md 5.2).
 * Optional texts are absent or not empty; an empty string never stands for absent.
 */
struct ConnectDetails {
    QString email;
    QString organization;
    std::optional<QString> originId;
    Category category = Category::Hris;
    std::optional<QString> tool;
    std::optional<QString> remoteEnvironment;
    FlowLanguage language = FlowLanguage::English;
    std::optional<QString> scopeConfigId;
    bool filtering = false;
    bool fieldMapping = false;
    LinkType linkType = LinkType::Embedded;

    friend bool operator==(const ConnectDetails &, const ConnectDetails &) = default;
};

// The names these values have on the wire; what is not known there gives nullopt.
QString wireName(Category category);
QString wireName(FlowLanguage language);
QString wireName(LinkType type);
std::optional<Category> categoryFromWire(QStringView name);
std::optional<FlowLanguage> flowLanguageFromWire(QStringView name);
std::optional<LinkType> linkTypeFromWire(QStringView name);

// Every value, in the order in which a person should be offered them.
QList<Category> allCategories();
QList<FlowLanguage> allFlowLanguages();
QList<LinkType> allLinkTypes();

} // namespace desk

Q_DECLARE_METATYPE(desk::ConnectDetails)
