// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/exchangedetail.h"

#include "ui/inspector/messageview.h"
#include "ui/inspector/overviewpage.h"
#include "ui/parts/quiettabbar.h"
#include "ui/theme/metrics.h"
#include "wording/exchangewording.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace desk {

ExchangeDetail::ExchangeDetail(QWidget *parent)
    : QWidget(parent)
    , m_back(new QPushButton(tr("Back"), this))
    , m_tabs(new QuietTabBar(this))
    , m_copyAs(new QPushButton(tr("Copy as"), this))
    , m_pages(new QStackedWidget(this))
    , m_overview(new OverviewPage)
    , m_request(new MessageView)
    , m_response(new MessageView)
{
    m_back->setObjectName(u"detailBack"_s);
    m_back->setProperty("emphasis", u"quiet"_s);
    m_back->hide();
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->setAccessibleName(tr("Details of the request"));
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Request"));
    m_tabs->addTab(tr("Response"));
    m_request->setObjectName(u"requestView"_s);
    m_response->setObjectName(u"responseView"_s);
    layOut();
    makeCopyMenu();
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_back, &QPushButton::clicked, this, &ExchangeDetail::backTriggered);
    connect(m_request, &MessageView::copied, this, &ExchangeDetail::copied);
    connect(m_response, &MessageView::copied, this, &ExchangeDetail::copied);
}

void ExchangeDetail::layOut()
{
    m_pages->addWidget(m_overview);
    m_pages->addWidget(m_request);
    m_pages->addWidget(m_response);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(1));
    row->addWidget(m_back);
    row->addWidget(m_tabs);
    row->addStretch();
    row->addWidget(m_copyAs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::space(3), 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addLayout(row);
    layout->addWidget(m_pages, 1);
}

void ExchangeDetail::makeCopyMenu()
{
    m_copyAs->setObjectName(u"copyAsButton"_s);
    m_copyAs->setProperty("emphasis", u"quiet"_s);
    m_copyAs->setToolTip(tr("A script that sends this request; it reads the key from the "
                            "environment variable CONNECT_DESK_API_KEY."));
    auto *menu = new QMenu(m_copyAs);
    for (const CopyForm form :
        {CopyForm::CurlPosix, CopyForm::CurlPowerShell, CopyForm::Python, CopyForm::TypeScript}) {
        QAction *action = menu->addAction(copyFormName(form));
        connect(action, &QAction::triggered, this, [this, form] { copyScript(form); });
    }
    m_copyAs->setMenu(menu);
}

void ExchangeDetail::present(const Exchange &exchange)
{
    m_exchange = exchange;
    m_overview->present(exchange);
    m_request->present(
        {exchange.requestHeaders, exchange.requestBody, {}, tr("This request has no body.")});
    const QString cut = exchange.isResponseCut
        //: %1 and %2 are sizes such as "1.2 MB"
        ? tr("Only the first %1 of %2 are kept.")
              .arg(ExchangeWording::size(exchange.responseBody.size()),
                  ExchangeWording::size(exchange.responseSize))
        : QString();
    m_response->present({exchange.responseHeaders, exchange.responseBody, cut,
        exchange.status == 0 ? tr("No answer came.") : tr("The answer has no body.")});
}

void ExchangeDetail::setBackVisible(bool isVisible)
{
    m_back->setVisible(isVisible);
}

void ExchangeDetail::showFind()
{
    if (m_tabs->currentIndex() == 0)
        m_tabs->setCurrentIndex(2);
    (m_tabs->currentIndex() == 1 ? m_request : m_response)->showFind();
}

void ExchangeDetail::focusContent()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void ExchangeDetail::copyScript(CopyForm form)
{
    if (!m_exchange)
        return;
    QGuiApplication::clipboard()->setText(copyAs(*m_exchange, form));
    //: %1 is a kind of script, such as "cURL (PowerShell)"
    Q_EMIT copied(tr("%1 copied").arg(copyFormName(form)));
}

} // namespace desk
