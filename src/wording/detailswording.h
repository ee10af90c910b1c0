// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/detailscheck.h"

#include <QString>

//! What the fields, their values and their problems are called.
namespace desk::DetailsWording {

//! The label of a field, as the design's section 6 fixes it.
QString label(DetailsField field);
//! One sentence for under the field.
QString sentence(const DetailsError &error);

//! What happened to a field, tool or filtering, that lost its value to another category.
QString dropped(DetailsField field, const QString &tool, Category category);
//! What a type of link is for and how long it works.
QString hint(LinkType type);

QString name(Category category);
//! The language in itself: people look for their own.
QString name(FlowLanguage language);
QString name(LinkType type);

} // namespace desk::DetailsWording
