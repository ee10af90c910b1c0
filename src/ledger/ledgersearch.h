// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgererror.h"
#include "ledgerquery.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <atomic>
#include <memory>

namespace desk {

class LedgerSearchWorker;

/*!
 * Asks the ledger for attempts without holding up its own thread: another thread with a connection
 * of its own does the reading. Signals come on the thread that this object lives in, and never for
 * a question that a newer one has taken the place of.
 */
class LedgerSearch final : public QObject {
    Q_OBJECT

public:
    //! The folder is that of openLedger(); nothing is opened before the first question.
    explicit LedgerSearch(const QString &folder, QObject *parent = nullptr);
    //! Waits for what the other thread is about, a page at most.
    ~LedgerSearch() override;

    //! A new question, from the newest attempt on; answered by pageFound() and then counted().
    //! Returns the number that pageFound() says.
    int search(const AttemptQuery &query, int rows = PageMark().rows);
    //! The next page of it; nothing happens while one is awaited or once the last has come.
    void more();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void pageFound(const desk::AttemptPage &page, int serial);
    void counted(qint64 attempts);
    void failed(const desk::LedgerError &error);

private:
    void ask(const PageMark &mark, bool counts);
    void showPage(const AttemptPage &page, int serial);

    std::shared_ptr<std::atomic<int>> m_serial;
    AttemptQuery m_query;
    PageMark m_next;
    bool m_isLast = true;
    bool m_isBusy = false;
    QThread m_thread;
    LedgerSearchWorker *m_worker; // deleted by its thread's end
};

} // namespace desk
