// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecatalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

const QList<PracticeTool> &practiceTools()
{
    using enum Category;
    using enum PracticeSignIn;
    // Ids are taken from the IntegrationTool enum of the contract. How a tool signs in here is our
    // own choice and says nothing about the real one.
    static const QList<PracticeTool> tools{
        {u"360learning"_s, u"360Learning"_s, {Lms}, ApiKey},
        {u"ashby"_s, u"Ashby"_s, {Ats, Assessment}, ApiKey},
        {u"bamboohr"_s, u"BambooHR"_s, {Hris, Ats}, ApiKey},
        {u"docebo"_s, u"Docebo"_s, {Lms}, OAuth},
        {u"factorial"_s, u"Factorial"_s, {Hris, Ats}, OAuth},
        {u"greenhouse"_s, u"Greenhouse"_s, {Ats, Assessment}, ApiKey},
        {u"hibob"_s, u"HiBob"_s, {Hris}, Password},
        {u"humaans"_s, u"Humaans"_s, {Hris}, ApiKey},
        {u"kenjo"_s, u"Kenjo"_s, {Hris}, ApiKey},
        {u"lever"_s, u"Lever"_s, {Ats, Assessment}, OAuth},
        {u"moodle"_s, u"Moodle"_s, {Lms}, Password},
        {u"personio"_s, u"Personio"_s, {Hris, Ats}, ApiKey},
        {u"recruitee"_s, u"Recruitee"_s, {Ats, Assessment}, ApiKey},
        {u"sandbox"_s, u"Sandbox"_s, {Hris, Ats, Assessment, Lms}, ApiKey},
        {u"smartrecruiters"_s, u"SmartRecruiters"_s, {Ats, Assessment}, OAuth},
        {u"talentlms"_s, u"TalentLMS"_s, {Lms}, ApiKey},
        {u"teamtailor"_s, u"Teamtailor"_s, {Ats, Assessment}, ApiKey},
        {u"workday"_s, u"Workday"_s, {Hris, Ats, Assessment}, Password},
        {u"zelt"_s, u"Zelt"_s, {Hris}, OAuth},
    };
    return tools;
}

QList<PracticeTool> practiceTools(Category category)
{
    QList<PracticeTool> tools;
    std::copy_if(practiceTools().begin(), practiceTools().end(), std::back_inserter(tools),
        [category](const PracticeTool &tool) { return tool.categories.contains(category); });
    return tools;
}

const PracticeTool *findPracticeTool(QStringView id)
{
    const auto &tools = practiceTools();
    const auto found = std::find_if(
        tools.begin(), tools.end(), [id](const PracticeTool &tool) { return tool.id == id; });
    return found == tools.end() ? nullptr : &*found;
}

} // namespace desk
