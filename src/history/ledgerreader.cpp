// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerreader.h"

#include "ledger/openledger.h"

#include <utility>

namespace desk {

//! The half of the reader that lives in its thread, with the ledger.
class LedgerReaderWork final : public QObject {
    Q_OBJECT

public:
    explicit LedgerReaderWork(LedgerReader::Opener opener)
        : m_opener(std::move(opener))
    {
    }

    LedgerReader::Delivery run(const LedgerReader::Work &work)
    {
        if (m_ledger && m_ledger->isReplaced())
            m_ledger.reset();
        if (!m_ledger) {
            auto opened = m_opener();
            if (!opened)
                return work(Unexpected{opened.error()});
            m_ledger = std::move(opened).value();
        }
        return work(m_ledger.get());
    }
    void close() { m_ledger.reset(); }

private:
    LedgerReader::Opener m_opener;
    std::unique_ptr<Ledger> m_ledger;
};

LedgerReader::Opener LedgerReader::openerFor(const QString &folder)
{
    return [folder]() -> Ledger::Answer<std::unique_ptr<Ledger>> {
        auto opening = openLedger(folder, LedgerAccess::ReadOnly);
        if (!opening)
            return Unexpected{opening.error()};
        return std::move(opening).value().ledger;
    };
}

LedgerReader::LedgerReader(Opener opener, QObject *parent)
    : QObject(parent)
    , m_work(new LedgerReaderWork(std::move(opener)))
{
    m_work->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_work, &QObject::deleteLater);
}

LedgerReader::~LedgerReader()
{
    if (!m_thread.isRunning()) {
        delete m_work;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void LedgerReader::close()
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(m_work, &LedgerReaderWork::close, Qt::QueuedConnection);
}

void LedgerReader::post(const std::weak_ptr<void> &wanted, Work work)
{
    // A thread costs something at the start of the program; many a session asks nothing.
    if (!m_thread.isRunning())
        m_thread.start();
    const auto run = [this, wanted, work = std::move(work)] {
        if (wanted.expired())
            return;
        const auto deliver = [wanted, delivery = m_work->run(work)] {
            if (const Ticket held = wanted.lock())
                delivery();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_work, run, Qt::QueuedConnection);
}

} // namespace desk

#include "ledgerreader.moc"
