// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pagepulse.h"

#include <QWebEnginePage>
#include <QWebEngineScript>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

PagePulse::PagePulse(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &PagePulse::beat);
}

void PagePulse::watch(QWebEnginePage *page)
{
    m_page = page;
    ++m_question; // what is on its way from before is not meant any more
    m_waited = 0;
    m_hasStopped = false;
    if (page)
        m_timer.start();
    else
        m_timer.stop();
}

void PagePulse::beat()
{
    if (!m_page) {
        m_timer.stop();
        return;
    }
    // Only who sees the developer tools can make the page stand still with them.
    const QWebEnginePage *tools = m_page->devToolsPage();
    if (!m_page->isVisible() || (tools && tools->isVisible())) {
        m_waited = std::min(m_waited, 1);
        return;
    }
    if (m_waited == 0) {
        ask();
        return;
    }
    // Counted in intervals: a program that was held up itself comes here only once for all of them.
    if (++m_waited > patience && !m_hasStopped) {
        m_hasStopped = true;
        Q_EMIT stopped();
    }
}

void PagePulse::ask()
{
    m_waited = 1;
    const int question = ++m_question;
    m_page->runJavaScript(u"0"_s, QWebEngineScript::ApplicationWorld,
        [self = QPointer(this), question](const QVariant &) {
            if (self)
                self->hear(question);
        });
}

void PagePulse::hear(int question)
{
    if (question != m_question)
        return;
    m_waited = 0;
    if (!m_hasStopped)
        return;
    m_hasStopped = false;
    Q_EMIT goesOn();
}

} // namespace desk
