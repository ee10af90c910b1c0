// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/batchopener.h"

#include "ui/batch/batchwindow.h"

#include "ledger/ledgerkeeper.h"

#include <QDesktopServices>
#include <QUrl>

#include <utility>

namespace desk {

BatchOpener::BatchOpener(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

BatchOpener::~BatchOpener() = default;

void BatchOpener::open()
{
    if (m_isBarred)
        return;
    // It is opened a moment after the window has been drawn; nothing can be begun without it.
    if (!m_parts.ledger.ledger())
        m_parts.ledger.tryAgain();
    if (!m_window) {
        m_window = std::make_unique<BatchWindow>(BatchWindow::Parts{
            m_parts.workspace, m_parts.ledger, m_parts.mappings, m_parts.settings.batch()});
        connect(m_window.get(), &BatchWindow::closed, this,
            [this] { m_parts.settings.setBatch(m_window->preferences()); });
        connect(m_window.get(), &BatchWindow::folderRequested, this,
            [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void BatchOpener::setBarred(bool isBarred)
{
    if (std::exchange(m_isBarred, isBarred) == isBarred || !m_window)
        return;
    if (isBarred)
        m_wasVisible = m_window->isVisible();
    m_window->setVisible(!isBarred && m_wasVisible);
}

bool BatchOpener::isOpen() const
{
    return m_window && (m_window->isVisible() || m_window->isBusy());
}

void BatchOpener::endBeforeClosing(const std::function<void()> &leave)
{
    if (isOpen())
        m_window->endBeforeClosing(leave);
    else
        leave();
}

} // namespace desk
