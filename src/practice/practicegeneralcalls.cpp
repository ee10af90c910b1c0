// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceanswers.h"
#include "practicecalls.h"
#include "practicejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk::PracticeCalls {

PracticeResponse checkApiKey(const PracticeCall &call)
{
    return successAnswer({{u"environment_id"_s, call.environment.id}});
}

PracticeResponse getTools(const PracticeCall &call)
{
    const QString &name = call.arguments.constFirst();
    const auto category = categoryFromWire(name.toUpper());
    if (!category || name != name.toLower())
        return inputInvalid(u"category must be one of hris, ats, assessment, lms"_s);
    QJsonArray tools;
    for (const PracticeTool &tool : practiceTools(*category))
        tools.append(toolJson(tool, *category, call.environment.origin));
    return successAnswer({{u"tools"_s, tools}});
}

} // namespace desk::PracticeCalls
