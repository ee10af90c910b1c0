// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledger.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

namespace desk {

class LedgerReaderWork;

/*!
 * Asks a ledger in a thread of its own, one question after the other, so that the window never
 * waits for the disk. The ledger is opened with the first question, and again with the next one if
 * that failed or another file has taken its place. Questions run in that thread; answers come in
 * the reader's. On its own end it waits for the question that is being answered.
 */
class LedgerReader final : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<Ledger::Answer<std::unique_ptr<Ledger>>()>;
    //! Whoever holds it wants the answer; without it a question is skipped and its answer dropped.
    using Ticket = std::shared_ptr<void>;

    //! For the file that LedgerKeeper writes. What is not there yet reads as empty.
    static Opener openerFor(const QString &folder);

    //! The opener is called in the thread that asks.
    explicit LedgerReader(Opener opener, QObject *parent = nullptr);
    ~LedgerReader() override;

    template <typename Value>
    [[nodiscard]] Ticket ask(std::function<Ledger::Answer<Value>(Ledger &)> question,
        std::function<void(const Ledger::Answer<Value> &)> answer);

    //! Lets go of the file once what was asked before is answered; the next question opens it.
    void close();

    // What travels between the two threads.
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(const Ledger::Answer<Ledger *> &)>;

private:
    void post(const std::weak_ptr<void> &wanted, Work work);

    QThread m_thread;
    LedgerReaderWork *m_work; // lives in the thread
};

template <typename Value>
LedgerReader::Ticket LedgerReader::ask(std::function<Ledger::Answer<Value>(Ledger &)> question,
    std::function<void(const Ledger::Answer<Value> &)> answer)
{
    Ticket ticket = std::make_shared<char>();
    post(ticket,
        [question = std::move(question), answer = std::move(answer)](
            const Ledger::Answer<Ledger *> &ledger) -> Delivery {
            Ledger::Answer<Value> result = ledger.hasValue()
                ? question(*ledger.value())
                : Ledger::Answer<Value>(Unexpected{ledger.error()});
            return [answer, result = std::move(result)] { answer(result); };
        });
    return ticket;
}

} // namespace desk
