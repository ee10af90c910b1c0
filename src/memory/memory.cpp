// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "memory.h"

#include "recording/attemptfacts.h"
#include "workspace/workspace.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk {

Memory::Memory(
    const QString &dataFolder, SecretStore &keychain, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_folder(QDir(dataFolder).filePath(u"ledger"_s))
    , m_ledger(m_folder, nullptr, LedgerKeeper::usualPace, LedgerKeeper::Opening::Later)
    , m_chores(m_folder)
    , m_settings(dataFolder)
    , m_history(LedgerReader::openerFor(m_folder))
    , m_keptLinks(keychain, QDir(dataFolder).filePath(u"links"_s))
    , m_wait(workspace)
    , m_followUps({{[this] { return m_ledger.ledger(); },
                       [this](const LedgerStep &step) { m_ledger.tell(step); }},
          [this](const FollowUpDesk::ClientTaker &taker) { m_wait.want(taker); }, &m_keptLinks})
    , m_duplicates([this](const DuplicateQuestion &question) { return duplicatesOf(question); })
{
    connectLedger();
    connectChores();
    connect(&workspace, &Workspace::profileChanged, this, &Memory::followProfile);
    followProfile();
}

void Memory::connectLedger()
{
    m_history.setAliveTest([this](const QString &instance) { return m_ledger.isAlive(instance); });
    connect(&m_history, &History::stepOrdered, &m_ledger, &LedgerKeeper::tell);
    connect(&m_ledger, &LedgerKeeper::changed, &m_history, &History::update);
    connect(&m_ledger, &LedgerKeeper::replaced, &m_history, &History::reopen);
    connect(&m_ledger, &LedgerKeeper::replaced, &m_followUps, &FollowUpDesk::reload);
    connect(&m_ledger, &LedgerKeeper::replaced, &m_duplicates, &DuplicateWatch::askAgain);
    connect(&m_ledger, &LedgerKeeper::changed, &m_followUps, &FollowUpDesk::reload);
    connect(&m_ledger, &LedgerKeeper::changed, &m_duplicates, &DuplicateWatch::askAgain);
}

void Memory::connectChores()
{
    connect(&m_chores, &LedgerChores::releaseRequested, this, [this] {
        m_ledger.close();
        m_history.reader().close();
    });
    connect(&m_chores, &LedgerChores::finished, this, [this](const LedgerChores::Report &report) {
        if (report.chore == LedgerChores::Chore::BackUp
            || report.chore == LedgerChores::Chore::Export
            || report.chore == LedgerChores::Chore::Count)
            return;
        if (m_ledger.tryAgain())
            m_followUps.forgetLostLinks();
        m_history.reopen();
        m_followUps.reload();
        m_duplicates.askAgain();
    });
}

void Memory::start()
{
    m_ledger.tryAgain();
    m_followUps.reload();
    m_duplicates.askAgain();
    if (!m_ledger.isReadOnly())
        m_chores.clean(m_settings.retention());
}

void Memory::setPracticeSince(const QDateTime &time)
{
    m_practiceSince = time;
    followProfile();
}

void Memory::followProfile()
{
    const Profile &profile = m_workspace.profile();
    const QString id = AttemptFacts::profileOf(profile).id;
    const QDateTime since = isPractice(profile) ? m_practiceSince : QDateTime();
    m_followUps.setProfile(id, since);
}

QList<Duplicate> Memory::duplicatesOf(const DuplicateQuestion &question)
{
    Ledger *const ledger = m_ledger.ledger();
    if (!ledger)
        return {};
    const Ledger::Answer<QList<Duplicate>> found = ledger->duplicatesOf(question);
    return found ? *found : QList<Duplicate>();
}

} // namespace desk
