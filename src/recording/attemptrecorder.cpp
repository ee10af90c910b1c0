// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptrecorder.h"

#include "ledger/ledgerkeeper.h"
#include "session/linkvalidity.h"
#include "wording/errorwording.h"

#include <utility>

namespace desk {

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

AttemptRecorder::AttemptRecorder(ConnectSession &session, const LedgerProfile &profile,
    AttemptSource source, LedgerKeeper &ledger, RecordSource record, QObject *parent)
    : QObject(parent)
    , m_session(&session)
    , m_ledger(ledger)
    , m_record(std::move(record))
    , m_attempt(AttemptFacts::attemptOf(session.order(), profile, source))
{
    m_attempt.instance = ledger.instance();
    connect(&session, &ConnectSession::happened, this, &AttemptRecorder::take);
    connect(&session, &ConnectSession::ended, this, &AttemptRecorder::noteEnd);
    connect(&session, &ConnectSession::acknowledged, this, &AttemptRecorder::noteEnd);
}

void AttemptRecorder::take(const SessionEvent &event)
{
    switch (event.kind) {
    case SessionEvent::Kind::LinkRequested:
        begin();
        break;
    case SessionEvent::Kind::LinkCreated:
        noteLink();
        break;
    case SessionEvent::Kind::FlowOpened:
        m_ledger.tell(AttemptReached{m_attempt.id, AttemptStep::FlowOpened});
        break;
    case SessionEvent::Kind::TokenReceived:
    case SessionEvent::Kind::TokenPasted:
        m_ledger.tell(AttemptReached{m_attempt.id, AttemptStep::TokenReceived});
        break;
    case SessionEvent::Kind::Resolved:
        noteIntegration();
        break;
    default:
        break;
    }
}

void AttemptRecorder::begin()
{
    m_sinceStart.start();
    m_attempt.startedAt = now();
    m_ledger.tell(AttemptBegun{m_attempt});
}

void AttemptRecorder::noteLink()
{
    const QDateTime createdAt = now();
    m_ledger.tell(
        AttemptLinked{m_attempt.id, createdAt, linkExpiry(m_attempt.linkType, createdAt)});
}

void AttemptRecorder::noteIntegration()
{
    m_ledger.tell(IntegrationRead{AttemptFacts::integrationOf(
        *m_session->integration(), m_attempt.profile.id, m_attempt.category, now())});
}

void AttemptRecorder::noteEnd()
{
    AttemptEnded end;
    end.attempt = m_attempt.id;
    end.outcome = AttemptFacts::outcomeOf(m_session->outcome());
    end.endedAt = now();
    end.duration = m_session->timing().total.value_or(
        std::chrono::milliseconds(m_sinceStart.isValid() ? m_sinceStart.elapsed() : 0));
    if (m_session->linkError()) {
        end.errorTitle = ErrorWording::message(*m_session->linkError()).headline;
    } else if (m_session->error()) {
        end.errorTitle = ErrorWording::message(*m_session->error()).headline;
        end.errorCode = m_session->error()->code;
    } else if (m_session->flowFailure()) {
        end.errorTitle = ErrorWording::message(*m_session->flowFailure()).headline;
    }
    end.integrationId = m_session->integration() ? m_session->integration()->id : QString();
    if (m_record)
        end.record = m_record();
    m_ledger.tell(end);
}

} // namespace desk
