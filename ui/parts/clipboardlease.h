// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace desk {

/*!
 * Lends a secret to the clipboard: marked so that clipboard histories leave it out where they know
 * such a mark, and taken back after a while, at the end of the application, or when asked. What
 * somebody else has copied meanwhile is never touched. There is one clipboard, so one lease for a
 * window is enough; a second put() takes the place of the first.
 */
class ClipboardLease final : public QObject {
    Q_OBJECT

public:
    struct Times {
        std::chrono::milliseconds whole{30000};
        std::chrono::milliseconds step{1000};
    };

    explicit ClipboardLease(QObject *parent = nullptr);
    ClipboardLease(Times times, QObject *parent);
    ~ClipboardLease() override;

    void put(const Secret &text);
    bool isHeld() const { return !m_text.isEmpty(); }
    //! Empties the clipboard, if what was put there is still in it.
    void clearNow();

Q_SIGNALS:
    //! How long the text stays, at once and then each second.
    void remaining(int seconds);
    //! It is gone: taken back, or replaced by something else that was copied.
    void ended();

private:
    void tick();
    void noteChange();
    void tellRemaining();
    void end();

    Times m_times;
    Secret m_text;
    QDeadlineTimer m_deadline;
    QTimer m_tick;
};

} // namespace desk
