// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"
#include "ledger/ledgerquery.h"

#include <QObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

class LedgerActions;
class LedgerArea;
class LedgerNotice;
class MainMenu;
class Memory;

/*!
 * What the entries of the menu History do, and what the window says about the ledger as a whole:
 * that it can't be written, or was damaged and put aside.
 */
class LedgerMenu final : public QObject {
    Q_OBJECT

public:
    //! All must outlive it; dialogs stand over the window.
    struct Parts {
        MainMenu &menu;
        LedgerArea &area;
        LedgerNotice &notice;
        Memory &memory;
        QWidget &window;
        std::function<std::optional<Attempt>()> shownAttempt; //!< whom to forget, to begin with
    };

    explicit LedgerMenu(Parts parts, QObject *parent = nullptr);

    void showProblem();

Q_SIGNALS:
    //! For the window's status line.
    void noted(const QString &text);

private:
    void connectNotice();
    LedgerActions &actions();
    void forgetClient();

    Parts m_parts;
    LedgerActions *m_actions = nullptr; // once it was wanted
};

} // namespace desk
