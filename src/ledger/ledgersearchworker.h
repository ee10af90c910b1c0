// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace desk {

//! The half of LedgerSearch that lives in the other thread; opens the ledger there.
class LedgerSearchWorker final : public QObject {
    Q_OBJECT

public:
    //! A question whose number is no longer the newest is not begun.
    LedgerSearchWorker(QString folder, std::shared_ptr<const std::atomic<int>> newest);

    void read(const AttemptQuery &query, const PageMark &mark, bool counts, int serial);

Q_SIGNALS:
    void pageRead(const desk::AttemptPage &page, int serial);
    void counted(qint64 attempts, int serial);
    void failed(const desk::LedgerError &error, int serial);

private:
    bool isStale(int serial) const { return serial != *m_newest; }
    bool open(int serial);
    void count(const AttemptQuery &query, int serial);

    QString m_folder;
    std::shared_ptr<const std::atomic<int>> m_newest;
    std::unique_ptr<Ledger> m_ledger;
    QByteArray m_identity; // of the file that is open
};

} // namespace desk
