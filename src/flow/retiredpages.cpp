// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "retiredpages.h"

namespace desk {

RetiredPages::RetiredPages()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RetiredPages::clear);
}

RetiredPages::~RetiredPages() = default;

void RetiredPages::add(std::unique_ptr<GuardedPage> page)
{
    // Queued: the page is still on the call stack when it says so.
    connect(
        page.get(), &GuardedPage::answered, this, [this] { m_timer.start(); },
        Qt::QueuedConnection);
    m_pages.push_back(std::move(page));
    m_timer.start();
}

void RetiredPages::clear()
{
    std::erase_if(m_pages, [](const auto &page) { return !page->isAsking(); });
    Q_EMIT cleared();
}

} // namespace desk
