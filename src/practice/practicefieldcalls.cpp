// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceanswers.h"
#include "practicecalls.h"
#include "practicecontract.h"
#include "practicecursor.h"
#include "practicejson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::PracticeCalls {

namespace {

constexpr int maximumFieldPage = 2000;
constexpr int maximumCustomFieldPage = 250;

//! One page of a list, its items written by the function.
template <typename Item, typename Function>
PracticeResponse pageAnswer(
    const PracticeCall &call, const QList<Item> &items, int maximumSize, Function toItemJson)
{
    const auto page = readPageRequest(call.request.query, maximumSize);
    if (!page)
        return inputInvalid(page.error());
    const QString list = call.request.pathSegments().join(u'/');
    const QString &key = call.environment.cursorKey;
    const auto start =
        page->cursor ? readCursor(key, list, *page->cursor) : std::optional<qsizetype>(0);
    if (!start || *start > items.size())
        return inputInvalid(u"cursor is not one that was given out for this list"_s);
    const qsizetype end = std::min(*start + page->size, items.size());
    QJsonArray results;
    for (qsizetype place = *start; place < end; ++place)
        results.append(toItemJson(items.at(place)));
    const QJsonValue next =
        end < items.size() ? QJsonValue(makeCursor(key, list, end)) : QJsonValue(QJsonValue::Null);
    return successAnswer({{u"results"_s, results}, {u"next"_s, next}});
}

PracticeIntegration *integrationOf(const PracticeCall &call)
{
    return call.environment.state.integration(call.arguments.constFirst());
}

QList<PracticeField> fieldsOf(const PracticeIntegration &integration)
{
    return practiceFields(integration.id(), integration.facts().category);
}

} // namespace

PracticeResponse getIntegrationFields(const PracticeCall &call)
{
    const PracticeIntegration *const integration = integrationOf(call);
    if (!integration)
        return noSuchIntegration();
    return pageAnswer(call, fieldsOf(*integration), maximumFieldPage,
        [integration](const PracticeField &field) { return fieldJson(field, *integration); });
}

PracticeResponse updateIntegrationField(const PracticeCall &call)
{
    const auto enabled = readUpdateFieldRequest(call.request.body);
    if (!enabled)
        return inputInvalid(enabled.error());
    PracticeIntegration *const integration = integrationOf(call);
    if (!integration)
        return noSuchIntegration();
    const auto fields = fieldsOf(*integration);
    const PracticeField *const field = findById(fields, call.arguments.constLast());
    if (!field)
        return inputInvalid(u"integration_field_id names no field of this integration"_s);
    integration->setPassthrough(field->id, *enabled, call.environment.state.now());
    return successAnswer(fieldJson(*field, *integration));
}

PracticeResponse getCustomFields(const PracticeCall &call)
{
    const PracticeIntegration *const integration = integrationOf(call);
    if (!integration)
        return noSuchIntegration();
    return pageAnswer(call, practiceCustomFields(integration->facts().category),
        maximumCustomFieldPage, [integration](const PracticeCustomField &field) {
            return customFieldJson(field, *integration);
        });
}

PracticeResponse updateCustomFieldMapping(const PracticeCall &call)
{
    const auto target = readUpdateCustomFieldRequest(call.request.body);
    if (!target)
        return inputInvalid(target.error());
    PracticeIntegration *const integration = integrationOf(call);
    if (!integration)
        return noSuchIntegration();
    const auto customFields = practiceCustomFields(integration->facts().category);
    const PracticeCustomField *const field = findById(customFields, call.arguments.constLast());
    if (!field)
        return inputInvalid(u"custom_field_id names no custom field of this environment"_s);
    if (target->has_value() && !findById(fieldsOf(*integration), **target))
        return inputInvalid(u"integration_field_id names no field of this integration"_s);
    integration->mapField(field->id, *target, call.environment.state.now());
    return successAnswer(customFieldJson(*field, *integration));
}

} // namespace desk::PracticeCalls
