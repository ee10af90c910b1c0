// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "draftstore.h"

#include "detailsjson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView formKey("form");

} // namespace

DraftStore::DraftStore(const QString &folder, QObject *parent, std::chrono::milliseconds delay)
    : QObject(parent)
    , m_folder(folder, u"connect-desk-draft"_s)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &DraftStore::flush);
}

DraftStore::~DraftStore()
{
    const QSignalBlocker blocker(this);
    flush();
}

std::optional<ConnectDetails> DraftStore::draft(const QString &profileId)
{
    if (const auto unsaved = m_unsaved.constFind(profileId); unsaved != m_unsaved.constEnd())
        return *unsaved;
    const auto object = m_folder.read(profileId);
    if (!object)
        setProblem(object.error());
    if (!object || !*object)
        return std::nullopt;
    return detailsFromJson((*object)->value(formKey).toObject());
}

void DraftStore::keep(const QString &profileId, const ConnectDetails &details)
{
    m_unsaved.insert(profileId, details);
    // Not started anew by each key: who never stops typing is saved as well.
    if (!m_delay.isActive())
        m_delay.start();
}

void DraftStore::drop(const QString &profileId)
{
    m_unsaved.remove(profileId);
    setProblem(m_folder.remove(profileId));
}

bool DraftStore::flush()
{
    m_delay.stop();
    if (m_unsaved.isEmpty())
        return true;
    std::optional<DetailsFileProblem> problem;
    const QStringList unsaved = m_unsaved.keys();
    for (const QString &id : unsaved) {
        const auto told = m_folder.write(id, {{formKey, detailsToJson(m_unsaved.value(id))}});
        if (told)
            problem = told;
        if (!told || told->kind == DetailsFileProblem::Kind::Damaged)
            m_unsaved.remove(id);
    }
    setProblem(problem);
    return m_unsaved.isEmpty();
}

void DraftStore::setProblem(const std::optional<DetailsFileProblem> &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace desk
