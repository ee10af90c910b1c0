// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/standingview.h"

#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

StandingView::StandingView(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_headline(plainLabel(u"headline"_s, this))
    , m_refresh(new QToolButton(this))
    , m_subtitle(plainLabel(u"subtitle"_s, this))
    , m_advice(plainLabel(u"advice"_s, this))
    , m_nextStep(new QPushButton(this))
{
    m_icon->setObjectName(u"headlineIcon"_s);
    m_headline->setFont(Metrics::title());
    m_refresh->setObjectName(u"refreshButton"_s);
    m_refresh->setIcon(icon(IconName::RotateCw));
    m_refresh->setAutoRaise(true);
    m_refresh->setProperty("emphasis", u"quiet"_s);
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Refresh"));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_nextStep->setObjectName(u"nextStepButton"_s);
    m_nextStep->setProperty("emphasis", u"primary"_s);
    m_nextStep->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(2));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_headline, 1);
    row->addWidget(m_refresh, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addLayout(row);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_advice);
    layout->addWidget(m_nextStep);
    connect(m_nextStep, &QPushButton::clicked, this, &StandingView::nextStepTriggered);
    connect(m_refresh, &QToolButton::clicked, this, &StandingView::refreshRequested);
}

void StandingView::present(const Content &content)
{
    m_content = content;
    drawIcon();
    m_headline->setText(content.headline);
    setTextOrHide(m_subtitle, content.subtitle);
    setTextOrHide(m_advice, content.advice);
    m_nextStep->setText(content.nextStep);
    m_nextStep->setVisible(!content.nextStep.isEmpty());
    m_nextStep->setEnabled(content.isNextStepEnabled);
    m_refresh->setVisible(content.canBeRead);
    m_refresh->setEnabled(content.isReadEnabled);
}

bool StandingView::focusNextStep()
{
    if (m_nextStep->isHidden() || !m_nextStep->isEnabled())
        return false;
    m_nextStep->setFocus(Qt::OtherFocusReason);
    return true;
}

void StandingView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void StandingView::drawIcon()
{
    const int side = Metrics::iconSize() * 5 / 4;
    m_icon->setPixmap(
        icon(m_content.icon, m_content.ink).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace desk
