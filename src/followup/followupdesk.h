// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followuplist.h"
#include "followuprefresh.h"
#include "ledgerline.h"
#include "linkclaim.h"

#include "core/connectdetails.h"
#include "core/secret.h"
#include "secrets/secreterror.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace desk {

class KeptLinks;

/*!
 * What waits for a person in one profile, and what can be done about it here: reading again,
 * closing a link with the integration that came of it, marking as done, reminders. What leaves the
 * board, such as a new link, is for others. Lives in the main thread.
 */
class FollowUpDesk final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Loading, //!< nothing was read yet
        Ready,
        Failed, //!< rows() are those that were read before; error() tells why, if anybody knows
    };
    Q_ENUM(State)

    using ClientTaker = std::function<void(const std::shared_ptr<KomboClient> &client)>;
    struct Parts {
        LedgerLine ledger;
        //! Hands over the client of the profile in use, at once, later or never.
        std::function<void(const ClientTaker &taker)> client;
        KeptLinks *kept = nullptr; //!< must outlive the desk; null: no link is kept
    };

    //! What was marked as done can be undone for that long; then its link is forgotten, too.
    static constexpr std::chrono::milliseconds usualGrace{10'000};

    explicit FollowUpDesk(
        Parts parts, QObject *parent = nullptr, std::chrono::milliseconds grace = usualGrace);
    ~FollowUpDesk() override;

    /*!
     * Of which profile. What began, or was read last, before that time is left out; invalid:
     * nothing is. For practice, whose links and integrations end with its server.
     */
    void setProfile(const QString &profileId, const QDateTime &since = {});
    //! What a tool is called; for texts that go to clients. Null, or an empty text: not known.
    using ToolLabels = std::function<QString(const QString &tool, const QString &category)>;
    void setToolLabels(ToolLabels labels);
    QString toolLabel(const FollowUpRow &row) const;

    State state() const { return m_state; }
    const std::optional<LedgerError> &error() const { return m_error; }
    //! What needs a person first comes first.
    const QList<FollowUpRow> &rows() const { return m_rows; }
    const FollowUpRow *row(const QString &key) const;
    //! Why an integration could not be read when that was tried last.
    std::optional<ApiError> readingError(const QString &integrationId) const;

    //! Whether there is anything that could be read again.
    bool canRefresh() const;
    void refresh();
    const FollowUpRefresh &refreshing() const { return m_refresh; }
    void cancelRefresh() { m_refresh.cancel(); }

    void markDone(const QString &key);
    //! Brings back what was marked last; true if it was in time.
    bool undoDone();

    //! A question for the row's attempt, once a client is there. Nothing for other rows.
    using ClaimTaker = std::function<void(std::unique_ptr<LinkClaim> claim)>;
    void beginClaim(const QString &key, const ClaimTaker &taker);
    /*!
     * The integration came of the attempt: it fits, or a person has said so. Ends the attempt as
     * connected and forgets its link.
     */
    void close(const QUuid &attempt, const ClaimFinding &finding);

    /*!
     * Attempts have gone from the ledger for good, and their links go with them. For when nothing
     * waits to be written: an attempt that is only on its way looks the same.
     */
    void forgetLostLinks();

    //! Ends with reminderReady(); with the link if it is kept and can be read.
    void makeReminder(const QString &key, FlowLanguage language);
    //! Ends with linkReady() or linkUnavailable().
    void readLink(const QString &key);

public Q_SLOTS:
    //! In a moment; whatever may have changed.
    void reload();

Q_SIGNALS:
    void changed(); //!< state or rows
    void refreshProgressed(int done, int total);
    void refreshWaiting(std::chrono::milliseconds remaining); //!< see FollowUpRefresh::waiting()
    //! The error is there for a run that ended early because the API would refuse all of it.
    void refreshFinished(
        int read, int missing, int failed, const std::optional<desk::ApiError> &error);
    //! What was marked as done stays so.
    void undoEnded();
    void reminderReady(const desk::FollowUpRow &row, desk::FlowLanguage language,
        const desk::Secret &text, bool hasLink);
    void linkReady(const desk::FollowUpRow &row, const desk::Secret &link);
    //! No error: it is not there any more.
    void linkUnavailable(
        const desk::FollowUpRow &row, const std::optional<desk::SecretError> &error);

private:
    struct Tally {
        int read = 0;
        int missing = 0;
        int failed = 0;
    };

    void connectRefresh();
    void load();
    void fail(const std::optional<LedgerError> &error);
    QHash<QString, KnownIntegration> knownOf(Ledger &ledger, const FollowUps &followUps) const;
    void tidyLinks(Ledger &ledger);
    void forgetLink(const QUuid &attempt);
    void tellDone(const FollowUpRow &row, const QDateTime &at) const;
    void endGrace();
    QStringList integrationIds() const;

    Parts m_parts;
    ToolLabels m_toolLabels;
    QString m_profileId;
    QDateTime m_since;
    QTimer m_reload;
    QTimer m_grace;
    std::optional<FollowUpRow> m_undoable;
    State m_state = State::Loading;
    std::optional<LedgerError> m_error;
    QList<FollowUpRow> m_rows;
    QSet<QString> m_missing;
    QHash<QString, ApiError> m_readingErrors;
    QSet<QUuid> m_forgetting;
    FollowUpRefresh m_refresh;
    QString m_refreshProfileId;
    Tally m_tally;
};

} // namespace desk
