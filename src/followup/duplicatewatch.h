// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "ledger/knownintegration.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace desk {

/*!
 * Whether the client who stands in the form looks as if they were connected already. Asks a moment
 * after the last edit, and gives the strongest reasons first, the ledger's order kept otherwise.
 *
 * A person may wave the integrations through that are found; they stand no longer in the way then,
 * until none is found any more or another profile is chosen. One that is found besides does.
 */
class DuplicateWatch final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualDelay{200};

    //! Has to answer within a few milliseconds. No answer, for the ledger cannot be read: nothing.
    using Source = std::function<QList<Duplicate>(const DuplicateQuestion &question)>;

    explicit DuplicateWatch(
        Source source, QObject *parent = nullptr, std::chrono::milliseconds delay = usualDelay);

    /*!
     * Of which profile. Only integrations count that were seen at that time or later; invalid: all.
     * For practice, whose integrations end with its server.
     */
    void setProfile(const QString &profileId, const QDateTime &seenSince = {});
    void setDetails(const ConnectDetails &details);
    //! Asks again in a moment, because the ledger holds something else.
    void askAgain();
    //! Answers what was last given at once, for somebody is about to act on it.
    void settle();

    const QList<Duplicate> &duplicates() const { return m_duplicates; }
    void waveThrough();
    //! Something was found that nobody has waved through.
    bool isInTheWay() const;

Q_SIGNALS:
    //! Other duplicates, or isInTheWay() says something else.
    void changed();

private:
    void ask();
    QList<Duplicate> found() const;

    Source m_source;
    QTimer m_delay;
    QString m_profileId;
    QDateTime m_seenSince;
    std::optional<ConnectDetails> m_details;
    QList<Duplicate> m_duplicates;
    QSet<QString> m_wavedThrough; // ids of integrations
};

} // namespace desk
