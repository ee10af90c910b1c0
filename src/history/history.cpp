// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "history.h"

namespace desk {

History::History(LedgerReader::Opener opener, QObject *parent)
    : QObject(parent)
    , m_reader(std::move(opener))
    , m_list(m_reader)
    , m_details(m_reader)
{
    connect(&m_details, &AttemptDetails::stepOrdered, this, &History::stepOrdered);
    connect(&m_bin, &AttemptBin::stepOrdered, this, &History::stepOrdered);
    connect(&m_bin, &AttemptBin::hidden, this, [this](const QUuid &id) {
        m_list.takeAway(id);
        m_details.setDeleted(id, true);
    });
    connect(&m_bin, &AttemptBin::restored, this,
        [this](const QUuid &id) { m_details.setDeleted(id, false); });
}

void History::setAliveTest(const HistoryModel::AliveTest &isAlive)
{
    m_list.setAliveTest(isAlive);
    m_details.setAliveTest(isAlive);
}

void History::update()
{
    m_list.update();
    m_details.refresh();
}

void History::reopen()
{
    m_reader.close();
    m_list.reload();
    m_details.refresh();
}

} // namespace desk
