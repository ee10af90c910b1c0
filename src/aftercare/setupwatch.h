// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "integrationcare.h"
#include "watchpace.h"

#include <QElapsedTimer>
#include <QMetaType>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

namespace desk {

//! How far an integration has come; the API's own words (kombo-api.md 7).
struct SetupState {
    QString status;
    QString setupStatus;

    bool isComplete() const;

    friend bool operator==(const SetupState &, const SetupState &) = default;
};

SetupState setupStateOf(const IntegrationDetails &details);

/*!
 * Reads an integration again and again, ever more slowly, until its setup is complete. One request
 * at a time, counted from the last answer, whoever asked for it. While hidden nothing is read; when
 * shown again, what is due is read at once. Goes on after a failed reading that may pass by itself.
 * The hour counts whether it is shown or not.
 */
class SetupWatch final : public QObject {
    Q_OBJECT

public:
    enum class End {
        NotEnded,
        Complete,
        Stopped, //!< by stop()
        TimeIsUp,
        Gone, //!< the integration is not there any more
        Refused, //!< key or network are not accepted; reading again would change nothing
    };
    Q_ENUM(End)

    //! The watch dies with its care at the latest: it ends if that goes before.
    explicit SetupWatch(
        IntegrationCare &care, WatchPace pace = WatchPace::gentle(), QObject *parent = nullptr);
    ~SetupWatch() override;

    //! Begins, or begins anew. Ends at once if the setup is known to be complete.
    void start();
    void stop();
    //! Hidden from the beginning on until told otherwise.
    void setShown(bool shown);

    bool isActive() const { return m_isActive; }
    End end() const { return m_end; }
    //! The pause between two readings, as it is now; zero when not active.
    std::chrono::milliseconds interval() const;

Q_SIGNALS:
    //! Only while active, and only for what differs from what was known before.
    void setupChanged(const desk::SetupState &from, const desk::SetupState &to);
    //! Begun, ended, or at another pace.
    void changed();

private:
    void takeAction(IntegrationCare::Action action);
    void takeFailure(IntegrationCare::Action action, const ApiError &error);
    void compare();
    void schedule();
    void readIfDue();
    void finish(End end);

    QPointer<IntegrationCare> m_care;
    WatchPace m_pace;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceAnswer;
    QTimer m_timer;
    std::optional<SetupState> m_known;
    std::chrono::milliseconds m_interval{0};
    bool m_isActive = false;
    bool m_isShown = false;
    End m_end = End::NotEnded;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::SetupState)
