// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/closabletabs.h"

#include "ui/parts/quiettabbar.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

ClosableTabs::ClosableTabs(const QStringList &tabs, const QString &closeToolTip, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QuietTabBar(this))
{
    for (const QString &tab : tabs)
        m_tabs->addTab(tab);
    auto *close = new QToolButton(this);
    close->setIcon(icon(IconName::X));
    close->setAutoRaise(true);
    close->setProperty("emphasis", u"quiet"_s);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(closeToolTip);
    close->setAccessibleName(closeToolTip);
    connect(close, &QToolButton::clicked, this, &ClosableTabs::closeRequested);
    m_close = close;

    auto *bar = new QHBoxLayout(this);
    bar->setContentsMargins(Metrics::space(2), 0, Metrics::space(2), 0);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(close);
}

void ClosableTabs::nameButton(const QString &objectName)
{
    m_close->setObjectName(objectName);
}

} // namespace desk
