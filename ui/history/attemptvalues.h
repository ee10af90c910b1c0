// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace desk {

/*!
 * Who an attempt was for, what was asked, and what came of it, in rows of label and value. A row
 * without a value is not there. What scripts and people paste elsewhere has a button that copies
 * it.
 */
class AttemptValues final : public QWidget {
    Q_OBJECT

public:
    explicit AttemptValues(QWidget *parent = nullptr);

    //! E-mail and ids show as dots if masked, unless they are samples; what is copied stays true.
    void present(const Attempt &attempt, bool isMasked);

Q_SIGNALS:
    //! label says what is in the clipboard now.
    void copied(const QString &label);

private:
    struct Value {
        QString label;
        QString shown;
        QString exact = {}; //!< what is copied; empty: no button
        bool isId = false;
    };

    void clear();
    void addHeading(const QString &text);
    void add(const Value &value);
    void addTime(const QString &label, const QDateTime &time);
    void presentWho(const Attempt &attempt, bool isMasked);
    void presentRequest(const Attempt &attempt, bool isMasked);
    void presentResult(const Attempt &attempt, bool isMasked);

    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace desk
