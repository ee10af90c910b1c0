// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "verb.h"

using namespace Qt::StringLiterals;

namespace desk {

QString nameOf(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return {};
    case Verb::Connect:
        return u"connect"_s;
    case Verb::CreateLink:
        return u"create-link"_s;
    case Verb::Resolve:
        return u"resolve"_s;
    case Verb::Practice:
        return u"practice"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Verb> verbFromName(const QString &name)
{
    for (const Verb verb : allVerbs()) {
        if (nameOf(verb) == name)
            return verb;
    }
    return std::nullopt;
}

QList<Verb> allVerbs()
{
    return {Verb::Connect, Verb::CreateLink, Verb::Resolve, Verb::Practice};
}

QStringList verbNames()
{
    QStringList names;
    for (const Verb verb : allVerbs())
        names.append(nameOf(verb));
    return names;
}

} // namespace desk
