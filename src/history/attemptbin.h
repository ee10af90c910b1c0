// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledgerstep.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * The attempt that was deleted last, for as long as that can be undone. It is only hidden at first;
 * the ledger's next clean-up that is a day later makes it final.
 */
class AttemptBin final : public QObject {
    Q_OBJECT

public:
    struct Content {
        QUuid id;
        QString organization; //!< for the sentence about it
    };

    explicit AttemptBin(QObject *parent = nullptr);

    //! For tests.
    void setTime(std::chrono::milliseconds time) { m_timer.setInterval(time); }

    void put(const Content &content);
    const std::optional<Content> &content() const { return m_content; }
    //! Nothing if it is too late.
    void undo();
    //! It is not offered any more.
    void forget();

Q_SIGNALS:
    void changed();
    //! For the ledger.
    void stepOrdered(const desk::LedgerStep &step);
    //! Before the step is ordered.
    void hidden(const QUuid &id);
    void restored(const QUuid &id);

private:
    std::optional<Content> m_content;
    QTimer m_timer;
};

} // namespace desk
