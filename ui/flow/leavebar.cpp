// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "leavebar.h"

#include "ui/theme/metrics.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

LeaveBar::LeaveBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setObjectName(u"leaveBar"_s);
    m_text->setObjectName(u"leaveText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *open = new QPushButton(tr("Open in a window"), this);
    open->setObjectName(u"leaveOpenButton"_s);
    auto *dismiss = new QPushButton(tr("Stay here"), this);
    dismiss->setObjectName(u"leaveDismissButton"_s);
    dismiss->setProperty("emphasis", u"quiet"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(3), Metrics::space(1), Metrics::space(3), Metrics::space(1));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_text, 1);
    layout->addWidget(open);
    layout->addWidget(dismiss);

    connect(open, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT accepted();
    });
    connect(dismiss, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void LeaveBar::offer(const QString &host)
{
    //: %1 is a host name
    m_text->setText(tr("The flow wants to open %1.").arg(host));
    setAccessibleName(m_text->text());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace desk
