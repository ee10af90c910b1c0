// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/elapsed.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace desk {

/*!
 * How much longer a link works. The API says how long its links live but not when a certain one
 * ends (kombo-api.md 6), so the time is counted here from its creation, and every moment is
 * "about". Counts time that passes, sleep of the computer included; the wall clock may be set
 * meanwhile. An end of the time proves nothing by itself: a flow that was opened before may still
 * finish.
 */
class LinkLife final : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        NotStarted,
        Fresh,
        EndsSoon, //!< within warnBefore
        Over,
    };
    Q_ENUM(Stage)

    //! An embedded link (kombo-api.md 6).
    static constexpr std::chrono::milliseconds embeddedValidity = std::chrono::hours(1);
    static constexpr std::chrono::milliseconds warnBefore = std::chrono::minutes(5);

    explicit LinkLife(ElapsedSource elapsed = elapsedSinceBoot,
        std::chrono::milliseconds lookEvery = std::chrono::seconds(1), QObject *parent = nullptr);

    void start(std::chrono::milliseconds validity);
    //! Nobody needs the link any more; the stage stays what it is.
    void stop();

    Stage stage() const { return m_stage; }
    //! Zero when it is over or was never started.
    std::chrono::milliseconds remaining() const;

Q_SIGNALS:
    void stageChanged(desk::LinkLife::Stage stage);
    //! At each look, until it is over.
    void remainingChanged(std::chrono::milliseconds remaining);

private:
    void look();
    Stage stageNow() const;

    ElapsedSource m_elapsed;
    QTimer m_timer;
    std::chrono::milliseconds m_end{0};
    Stage m_stage = Stage::NotStarted;
};

} // namespace desk
