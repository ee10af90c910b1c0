// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/flowdriver.h"

#include <QMetaEnum>
#include <QObject>
#include <QStringList>

namespace desk::test {

//! What a driver said, in order: "loaded", "token:…", "closed", "failed:DidNotLoad"; and its notes.
class FlowRecord {
public:
    explicit FlowRecord(FlowDriver &driver)
    {
        QObject::connect(
            &driver, &FlowDriver::loaded, &m_context, [this] { add(QStringLiteral("loaded")); });
        QObject::connect(&driver, &FlowDriver::tokenReceived, &m_context,
            [this](const Secret &token) { add(QStringLiteral("token:") + token.reveal()); });
        QObject::connect(&driver, &FlowDriver::closedByEndUser, &m_context,
            [this] { add(QStringLiteral("closed")); });
        QObject::connect(
            &driver, &FlowDriver::failed, &m_context, [this](const FlowFailure &failure) {
                const auto reasons = QMetaEnum::fromType<FlowFailure::Reason>();
                add(QStringLiteral("failed:")
                    + QLatin1StringView(reasons.valueToKey(int(failure.reason))));
            });
        QObject::connect(&driver, &FlowDriver::noted, &m_context,
            [this](const FlowNote &note) { m_notes.append(note); });
    }

    const QStringList &events() const { return m_events; }
    const QList<FlowNote> &notes() const { return m_notes; }
    //! How often a note of this kind was made whose text contains the part.
    int noted(FlowNote::Kind kind, const QString &part = {}) const
    {
        int count = 0;
        for (const FlowNote &note : m_notes) {
            if (note.kind == kind && note.text.contains(part))
                count += note.count;
        }
        return count;
    }

private:
    void add(const QString &event) { m_events.append(event); }

    QObject m_context;
    QStringList m_events;
    QList<FlowNote> m_notes;
};

} // namespace desk::test
