// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgersearch.h"

#include "ledgersearchworker.h"

namespace desk {

LedgerSearch::LedgerSearch(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_serial(std::make_shared<std::atomic<int>>(0))
    , m_worker(new LedgerSearchWorker(folder, m_serial))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &LedgerSearchWorker::pageRead, this, &LedgerSearch::showPage);
    connect(m_worker, &LedgerSearchWorker::counted, this, [this](qint64 attempts, int serial) {
        if (serial == *m_serial)
            Q_EMIT counted(attempts);
    });
    connect(
        m_worker, &LedgerSearchWorker::failed, this, [this](const LedgerError &error, int serial) {
            if (serial != *m_serial)
                return;
            m_isBusy = false;
            Q_EMIT failed(error);
        });
    m_thread.setObjectName(QLatin1StringView("ledger search"));
    m_thread.start();
}

LedgerSearch::~LedgerSearch()
{
    ++*m_serial; // so that what waits in the queue is not begun
    m_thread.quit();
    m_thread.wait();
}

int LedgerSearch::search(const AttemptQuery &query, int rows)
{
    ++*m_serial;
    m_query = query;
    ask({0, rows}, true);
    return *m_serial;
}

void LedgerSearch::more()
{
    if (!m_isBusy && !m_isLast)
        ask(m_next, false);
}

void LedgerSearch::ask(const PageMark &mark, bool counts)
{
    m_isBusy = true;
    m_next = mark;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, query = m_query, mark, counts, serial = m_serial->load()] {
            worker->read(query, mark, counts, serial);
        });
}

void LedgerSearch::showPage(const AttemptPage &page, int serial)
{
    if (serial != *m_serial)
        return;
    m_isBusy = false;
    m_isLast = page.isLast || page.attempts.isEmpty();
    if (!page.attempts.isEmpty())
        m_next.before = page.attempts.last().row;
    Q_EMIT pageFound(page, serial);
}

} // namespace desk
