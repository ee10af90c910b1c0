// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidenceinput.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

/*!
 * The page a person reads. One file without scripts: pictures and style are in it, its policy lets
 * it load nothing at all, and whatever came from outside stands in it as text.
 */
namespace desk::EvidenceReport {

struct Picture {
    QString name;
    QByteArray png;
};

struct Content {
    const EvidenceInput *input = nullptr; //!< swept and masked; order and integration are not read
    QJsonObject parameters;
    QJsonObject integration; //!< empty if there is none
    QList<Picture> pictures;
    bool isMasked = true;
};

QByteArray html(const Content &content, const EvidenceWords &words);

} // namespace desk::EvidenceReport
