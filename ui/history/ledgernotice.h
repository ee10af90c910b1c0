// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledgererror.h"

#include <QWidget>

#include <optional>

namespace desk {

class Notice;

/*!
 * Says what keeps the ledger from being read or written, for as long as it does, with one thing to
 * do about it. Hidden otherwise.
 */
class LedgerNotice final : public QWidget {
    Q_OBJECT

public:
    struct State {
        std::optional<LedgerError> problem;
        qsizetype waiting = 0; //!< steps in memory
        qsizetype dropped = 0; //!< steps that were too many even for that
        std::optional<QString> keptAside; //!< where a damaged ledger was put
    };

    explicit LedgerNotice(QWidget *parent = nullptr);

    //! A state that is dismissed comes back once it changes for the worse.
    void present(const State &state);

Q_SIGNALS:
    void tryAgainRequested();
    //! To look after the file that was put aside.
    void folderRequested(const QString &file);

private:
    enum class Action { None, TryAgain, ShowFolder };

    void takeAction();

    Notice *m_notice;
    State m_state;
    Action m_action = Action::None;
};

} // namespace desk
