// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicebehaviour.h"

#include "core/nearest.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = PracticeBehaviour::Kind;
using Moment = PracticeBehaviour::Moment;

struct Row {
    Kind kind;
    QLatin1StringView name;
    Moment moment;
};

constexpr std::array rows{Row{Kind::SlowPage, "slow_page"_L1, Moment::Opening},
    Row{Kind::StalledPage, "stalled_page"_L1, Moment::Opening},
    Row{Kind::DroppedPage, "dropped_page"_L1, Moment::Opening},
    Row{Kind::FailingPage, "failing_page"_L1, Moment::Opening},
    Row{Kind::RefusesFrame, "refuses_frame"_L1, Moment::Opening},
    Row{Kind::HangingPage, "hanging_page"_L1, Moment::Opening},
    Row{Kind::CrashingPage, "crashing_page"_L1, Moment::Opening},
    Row{Kind::ClosedFlow, "closed_flow"_L1, Moment::Opening},
    Row{Kind::ForeignMessages, "foreign_messages"_L1, Moment::Opening},
    Row{Kind::MalformedTokens, "malformed_tokens"_L1, Moment::Opening},
    Row{Kind::MessageFlood, "message_flood"_L1, Moment::Opening},
    Row{Kind::PopupSignIn, "popup_sign_in"_L1, Moment::Choosing},
    Row{Kind::NoEmbeddedSignIn, "no_embedded_sign_in"_L1, Moment::Choosing},
    Row{Kind::WrongCredentials, "wrong_credentials"_L1, Moment::SigningIn},
    Row{Kind::SetupCompleted, "setup_completed"_L1, Moment::Finishing},
    Row{Kind::SetupIncomplete, "setup_incomplete"_L1, Moment::Finishing},
    Row{Kind::SetupFinalSync, "setup_final_sync"_L1, Moment::Finishing},
    Row{Kind::IntegrationInvalid, "integration_invalid"_L1, Moment::Finishing},
    Row{Kind::IntegrationInactive, "integration_inactive"_L1, Moment::Finishing},
    Row{Kind::OtherClient, "other_client"_L1, Moment::Finishing}};

const Row &rowOf(Kind kind)
{
    const auto *const found =
        std::find_if(rows.begin(), rows.end(), [kind](const Row &row) { return row.kind == kind; });
    Q_ASSERT(found != rows.end());
    return *found;
}

Result<Kind, QString> kindOf(const QString &name)
{
    const auto *const found = std::find_if(
        rows.begin(), rows.end(), [&name](const Row &row) { return name == row.name; });
    if (found != rows.end())
        return found->kind;
    const auto meant = nearest(name, practiceBehaviourNames());
    const QString sentence = u"“%1” is not a behaviour of the flow"_s.arg(name.left(40));
    return Unexpected{meant
            ? u"%1; did you mean %2?"_s.arg(sentence, *meant)
            : u"%1; known are %2"_s.arg(sentence, practiceBehaviourNames().join(u", "_s))};
}

Result<PracticeBehaviour, QString> behaviourFromJson(const QJsonObject &json)
{
    for (const QString &name : json.keys()) {
        if (name != "behaviour"_L1 && name != "times"_L1)
            return Unexpected{
                u"“%1” is not a property; known are behaviour, times"_s.arg(name.left(40))};
    }
    const auto kind = kindOf(json.value("behaviour"_L1).toString());
    if (!kind)
        return Unexpected{kind.error()};
    PracticeBehaviour behaviour{*kind};
    if (!json.contains("times"_L1))
        return behaviour;
    const int times = json.value("times"_L1).toInt(0);
    if (times < 1 || times > PracticeBehaviour::maximumTimes) {
        return Unexpected{
            u"times must be a whole number from 1 to %1"_s.arg(PracticeBehaviour::maximumTimes)};
    }
    behaviour.times = times;
    return behaviour;
}

} // namespace

PracticeBehaviour::Moment momentOf(PracticeBehaviour::Kind kind)
{
    return rowOf(kind).moment;
}

QStringList practiceBehaviourNames()
{
    QStringList names;
    for (const Row &row : rows)
        names.append(row.name);
    return names;
}

QString nameOf(PracticeBehaviour::Kind kind)
{
    return rowOf(kind).name;
}

Result<PracticeBehaviour, QString> parsePracticeBehaviour(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    QJsonObject json{{u"behaviour"_s, text.left(colon)}};
    if (colon < 0)
        return behaviourFromJson(json);
    constexpr auto prefix = "times="_L1;
    const QString rest = text.sliced(colon + 1);
    if (!rest.startsWith(prefix))
        return Unexpected{
            u"A behaviour is written NAME or NAME:times=3, not “%1”"_s.arg(text.left(40))};
    json.insert(u"times"_s, rest.sliced(prefix.size()).toInt());
    return behaviourFromJson(json);
}

Result<QList<PracticeBehaviour>, QString> practiceBehavioursFromJson(const QJsonArray &json)
{
    if (json.size() > PracticeBehaviours::maximumCount)
        return Unexpected{
            u"There may be %1 behaviours at most"_s.arg(PracticeBehaviours::maximumCount)};
    QList<PracticeBehaviour> behaviours;
    for (const auto &each : json) {
        const auto behaviour = behaviourFromJson(each.toObject());
        if (!behaviour)
            return Unexpected{u"Behaviour %1: %2"_s.arg(
                QString::number(behaviours.size() + 1), behaviour.error())};
        behaviours.append(*behaviour);
    }
    return behaviours;
}

QJsonObject toJson(const PracticeBehaviour &behaviour)
{
    QJsonObject json{{u"behaviour"_s, nameOf(behaviour.kind)}};
    if (behaviour.times)
        json.insert(u"times"_s, *behaviour.times);
    return json;
}

void PracticeBehaviours::set(const QList<PracticeBehaviour> &behaviours)
{
    m_behaviours = behaviours.first(std::min(behaviours.size(), maximumCount));
}

std::optional<PracticeBehaviour::Kind> PracticeBehaviours::take(PracticeBehaviour::Moment moment)
{
    const auto found = std::find_if(m_behaviours.begin(), m_behaviours.end(),
        [moment](const PracticeBehaviour &each) { return momentOf(each.kind) == moment; });
    if (found == m_behaviours.end())
        return std::nullopt;
    const PracticeBehaviour::Kind kind = found->kind;
    if (found->times && *found->times <= 1)
        m_behaviours.erase(found);
    else if (found->times)
        found->times = *found->times - 1;
    return kind;
}

} // namespace desk
