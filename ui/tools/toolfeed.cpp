// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/toolfeed.h"

#include "catalogue/toolcatalogue.h"
#include "profiles/keyid.h"
#include "wording/errorwording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Kombo's list grows every few weeks (kombo-api.md 0); a colleague may switch a tool on any minute.
constexpr qint64 oldAfterSeconds = qint64{10} * 60;

} // namespace

ToolFeed::ToolFeed(Workspace &workspace, ToolCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_catalogue(catalogue)
{
    connect(&m_workspace, &Workspace::profileChanged, this, &ToolFeed::followWorkspace);
    connect(&m_workspace, &Workspace::stateChanged, this, [this] {
        refreshIfOld();
        Q_EMIT offerChanged();
    });
    connect(&m_catalogue, &ToolCatalogue::changed, this,
        [this](const QString &environment, Category category) {
            if (!isMine(environment, category))
                return;
            if (!m_catalogue.isRefreshing(environment, category))
                refreshIfOld();
            Q_EMIT offerChanged();
        });
    connect(&m_catalogue, &ToolCatalogue::refreshFailed, this,
        [this](const QString &environment, Category category, const ApiError &error) {
            if (!isMine(environment, category))
                return;
            m_problem = ErrorWording::message(error).headline;
            Q_EMIT offerChanged();
        });
}

void ToolFeed::setCategory(Category category)
{
    m_category = category;
    m_problem.clear();
    refreshIfOld();
    Q_EMIT offerChanged();
}

void ToolFeed::followWorkspace()
{
    m_problem.clear();
    refreshIfOld();
    Q_EMIT offerChanged();
}

void ToolFeed::refresh()
{
    m_problem.clear();
    if (const auto client = m_workspace.client())
        m_catalogue.refresh(client, environment(), m_category);
    else
        m_workspace.prepare();
    Q_EMIT offerChanged();
}

void ToolFeed::refreshIfOld()
{
    const auto client = m_workspace.client();
    if (!client || !m_problem.isEmpty())
        return;
    const std::optional<CachedTools> kept = m_catalogue.cached(environment(), m_category);
    if (m_catalogue.isLoading(environment(), m_category))
        return;
    if (!kept || isOld(kept->fetchedAt))
        m_catalogue.refresh(client, environment(), m_category);
}

bool ToolFeed::isOld(const QDateTime &fetchedAt) const
{
    // Pictures of practice tools stand at an address that ends with the program.
    if (isPractice(m_workspace.profile()) && fetchedAt < m_started)
        return true;
    const qint64 age = fetchedAt.secsTo(QDateTime::currentDateTimeUtc());
    return age < 0 || age > oldAfterSeconds;
}

ToolOffer ToolFeed::offer()
{
    ToolOffer offer;
    const std::optional<CachedTools> kept = m_catalogue.cached(environment(), m_category);
    offer.isRefreshing = m_catalogue.isRefreshing(environment(), m_category);
    offer.problem = m_problem.isEmpty() ? missingClient() : m_problem;
    if (kept) {
        offer.state = ToolOffer::State::Ready;
        offer.tools = kept->tools;
        offer.fetchedAt = kept->fetchedAt;
    } else if (offer.isRefreshing || m_catalogue.isLoading(environment(), m_category)
        || m_workspace.state() == Workspace::State::ReadingKey) {
        offer.state = ToolOffer::State::Loading;
    } else if (!offer.problem.isEmpty()) {
        offer.state = ToolOffer::State::Failed;
    }
    return offer;
}

std::optional<Tool> ToolFeed::tool(const QString &id, Category category)
{
    const std::optional<CachedTools> kept = m_catalogue.cached(environment(), category);
    if (!kept)
        return std::nullopt;
    const auto found = std::find_if(kept->tools.cbegin(), kept->tools.cend(),
        [&id](const Tool &tool) { return tool.id == id; });
    return found == kept->tools.cend() ? std::nullopt : std::optional(*found);
}

QString ToolFeed::environment() const
{
    return keyIdOf(m_workspace.profile()).value_or(u"practice"_s);
}

bool ToolFeed::isMine(const QString &environment, Category category) const
{
    return category == m_category && environment == this->environment();
}

QString ToolFeed::missingClient() const
{
    switch (m_workspace.state()) {
    case Workspace::State::NoKey:
        return tr("This profile has no API key yet");
    case Workspace::State::KeyUnreadable:
        return tr("The API key of this profile cannot be read");
    case Workspace::State::NoPractice:
        return tr("The practice server does not run");
    default:
        return {};
    }
}

} // namespace desk
