// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace desk {

//! The bytes as text, if they are UTF-8 and encoding the text again yields exactly these bytes.
std::optional<QString> exactText(const QByteArray &bytes);

//! The first header of this name in any case; empty if there is none.
QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

//! A name or value of a header: UTF-8 if it is that, else one character for each byte.
QString headerText(const QByteArray &bytes);

//! The query's pairs in their order, percent-decoded; a plus sign stays one, as Kombo's API wants.
QList<QPair<QString, QString>> queryPairs(const QString &url);

} // namespace desk
