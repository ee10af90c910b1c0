// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/knownintegration.h"
#include "ui/parts/notice.h"

#include <QDateTime>
#include <QList>
#include <QWidget>

#include <utility>

namespace desk {

/*!
 * Says that a client looks as if they were connected already, and stays until that is answered:
 * reconnect, or create a second integration all the same. Hidden while there is nothing to say.
 */
class DuplicateNotice final : public QWidget {
    Q_OBJECT

public:
    explicit DuplicateNotice(QWidget *parent = nullptr);

    //! Strongest first; hides if there are none. isWaved: a person has decided to go on.
    void present(const QList<Duplicate> &duplicates, bool isWaved, const QDateTime &now);
    //! Of the strongest; empty: there is none.
    QString integrationId() const;
    //! Puts the cursor on "Reconnect it".
    void focusAnswer();
    void setFilter(Notice::Filter filter) { m_notice->setFilter(std::move(filter)); }

Q_SIGNALS:
    void reconnectRequested(const QString &integrationId);
    void createAnywayRequested();

private:
    Notice *m_notice;
    QList<Duplicate> m_duplicates;
};

} // namespace desk
