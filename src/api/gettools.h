// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/connectdetails.h"
#include "core/result.h"
#include "core/tool.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * GET /tools/{category} (kombo-api.md 5.4). Of a tool only id and label have to be there: what a
 * newer server leaves out is empty then, rather than the whole list lost.
 */
struct GetTools {
    static ApiRequest request(Category category);
    static Result<ToolList, QString> parse(const QJsonObject &data);
};

} // namespace desk
