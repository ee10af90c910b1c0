// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "helptext.h"

#include "options.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

QString summary(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return Words::tr("Opens the window, filled from the fields given.");
    case Verb::Connect:
        return Words::tr(
            "Creates a link, shows its flow and prints the integration that comes of it.");
    case Verb::CreateLink:
        return Words::tr("Creates a link and prints it.");
    case Verb::Resolve:
        return Words::tr("Prints the integration that an activation token stands for.");
    case Verb::Practice:
        return Words::tr(
            "Runs the practice server until it is stopped; prints its base URL and key.");
    }
    Q_UNREACHABLE();
}

QString usage(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return u"connect-desk [VERB] [OPTION]..."_s;
    case Verb::Connect:
    case Verb::CreateLink:
        return u"connect-desk %1 --email EMAIL --organization NAME [OPTION]..."_s.arg(nameOf(verb));
    case Verb::Resolve:
        return u"connect-desk resolve TOKEN [OPTION]..."_s;
    case Verb::Practice:
        return u"connect-desk practice [OPTION]..."_s;
    }
    Q_UNREACHABLE();
}

QString table(const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[left, right] : rows)
        width = std::max(width, left.size());
    QString text;
    for (const auto &[left, right] : rows)
        text += "  "_L1 + left.leftJustified(width + 2) + right + u'\n';
    return text;
}

QString verbTable()
{
    QList<std::pair<QString, QString>> rows;
    for (const Verb verb : allVerbs())
        rows.append({nameOf(verb), summary(verb)});
    return table(rows);
}

QString optionTable(Verb verb)
{
    QList<std::pair<QString, QString>> rows;
    for (const Option &option : allOptions()) {
        if (!option.verbs.testFlag(verb))
            continue;
        const QString left =
            option.takesValue() ? option.spelled() + u' ' + option.valueName : option.spelled();
        rows.append({left, Words::tr(option.description)});
    }
    return table(rows);
}

} // namespace

QString helpText(Verb verb)
{
    QString text = Words::tr("Usage: %1").arg(usage(verb)) + "\n\n"_L1 + summary(verb) + u'\n';
    if (verb == Verb::Window) {
        text += u'\n' + Words::tr("Verbs:") + u'\n' + verbTable() + u'\n'
            + Words::tr("“connect-desk VERB --help” tells more about one.") + u'\n';
    }
    return text + u'\n' + Words::tr("Options:") + u'\n' + optionTable(verb);
}

} // namespace desk
