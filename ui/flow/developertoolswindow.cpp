// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "developertoolswindow.h"

#include "ui/theme/metrics.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace desk {

DeveloperToolsWindow::DeveloperToolsWindow(const QString &host, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_view(new QWebEngineView(this))
{
    setObjectName(u"developerToolsWindow"_s);
    setAttribute(Qt::WA_QuitOnClose, false);
    //: %1 is a host name
    setWindowTitle(host.isEmpty() ? tr("Developer tools – Connect Desk")
                                  : tr("Developer tools of %1 – Connect Desk").arg(host));
    m_view->setAccessibleName(tr("Developer tools"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    resize(Metrics::space(220), Metrics::space(150));
    auto *close = new QShortcut(QKeySequence::Close, this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
}

DeveloperToolsWindow::~DeveloperToolsWindow()
{
    m_view->setPage(nullptr);
}

void DeveloperToolsWindow::showPage(QWebEnginePage *page)
{
    m_view->setPage(page);
}

void DeveloperToolsWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace desk
