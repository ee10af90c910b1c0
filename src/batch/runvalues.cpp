// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "runvalues.h"

#include "batchcommon.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto outputKey = "output"_L1;
constexpr auto valuesKey = "values"_L1;

} // namespace

QJsonObject toJson(const RunValues &values)
{
    return {{valuesKey, commonToJson(values.common)}, {outputKey, values.output}};
}

RunValues runValuesFrom(const QJsonObject &object)
{
    return {commonFromJson(object[valuesKey].toObject()), object[outputKey].toString()};
}

} // namespace desk
