// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/overviewpage.h"

#include "models/exchangetablemodel.h"
#include "ui/inspector/timingsview.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "wording/exchangewording.h"
#include "wording/timewording.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace desk {

OverviewPage::OverviewPage(QWidget *parent)
    : QScrollArea(parent)
    , m_url(new QLineEdit)
    , m_timings(new TimingsView)
{
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, Metrics::space(1), 0, 0);
    form->setVerticalSpacing(Metrics::space(1));
    form->setHorizontalSpacing(Metrics::space(3));
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_outcome = addLine(form, tr("Result"), u"overviewOutcome"_s);
    auto *url = new QLabel(tr("Request"), content);
    url->setForegroundRole(QPalette::PlaceholderText);
    url->setBuddy(m_url);
    m_url->setObjectName(u"overviewUrl"_s);
    m_url->setAccessibleName(url->text());
    m_url->setReadOnly(true);
    m_url->setFrame(false);
    m_url->setFont(Metrics::monospace());
    form->addRow(url, m_url);
    m_sent = addLine(form, tr("Sent"), u"overviewSent"_s);
    m_size = addLine(form, tr("Answer"), u"overviewSize"_s);
    m_duration = addLine(form, tr("Duration"), u"overviewDuration"_s);
    form->addRow(m_timings);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QLabel *OverviewPage::addLine(QFormLayout *form, const QString &name, const QString &objectName)
{
    auto *label = new QLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    QLabel *value = plainLabel({});
    value->setObjectName(objectName);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(label, value);
    return value;
}

void OverviewPage::present(const Exchange &exchange)
{
    m_url->setText(u"%1 %2"_s.arg(QString::fromLatin1(exchange.method), exchange.url));
    m_url->setCursorPosition(0);
    m_outcome->setText(ExchangeWording::outcomeLine(exchange));
    const bool isFailed = ExchangeTableModel::isFailed(exchange);
    m_outcome->setForegroundRole(isFailed ? QPalette::BrightText : QPalette::WindowText);
    const QString time = TimeWording::exact(exchange.startedAt);
    m_sent->setText(exchange.attempt > 1
            //: %1 is a time, %2 counts how often the request was sent
            ? tr("%1, attempt %2").arg(time).arg(exchange.attempt)
            : time);
    const QString size = ExchangeWording::size(exchange.responseSize);
    m_size->setText(exchange.status == 0 ? tr("None")
            : exchange.isResponseCut
            //: %1 and %2 are sizes such as "1.2 MB"
            ? tr("%1, of which the first %2 are kept")
                  .arg(size, ExchangeWording::size(exchange.responseBody.size()))
            : size);
    m_duration->setText(ExchangeWording::duration(exchange.timings.done));
    m_timings->present(exchange);
}

} // namespace desk
