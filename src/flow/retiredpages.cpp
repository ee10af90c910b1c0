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

void RetiredPages::add(std::unique_ptr<QWebEnginePage> page)
{
    m_pages.push_back(std::move(page));
    m_timer.start();
}

void RetiredPages::clear()
{
    m_pages.clear();
}

} // namespace desk
