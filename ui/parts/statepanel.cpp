// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/statepanel.h"

#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace desk {

namespace {

QLabel *centredLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void setActionOrHide(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setVisible(!text.isEmpty());
}

} // namespace

StatePanel::StatePanel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_headline(centredLabel(this, QStringLiteral("stateHeadline")))
    , m_text(centredLabel(this, QStringLiteral("stateText")))
    , m_details(centredLabel(this, QStringLiteral("stateDetails")))
    , m_action(new QPushButton(this))
    , m_secondAction(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_headline->setFont(Metrics::heading());
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_details->setFont(Metrics::small());
    m_action->setObjectName(QStringLiteral("stateAction"));
    m_secondAction->setObjectName(QStringLiteral("stateSecondAction"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::space(2));
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_secondAction);
    buttons->addStretch();

    // Lines of a length that reads well, whatever the width of the area.
    auto *column = new QWidget(this);
    column->setMaximumWidth(Metrics::space(110));
    auto *texts = new QVBoxLayout(column);
    texts->setSpacing(Metrics::space(2));
    texts->addStretch();
    texts->addWidget(m_icon);
    texts->addWidget(m_headline);
    texts->addWidget(m_text);
    texts->addWidget(m_details);
    texts->addSpacing(Metrics::space(2));
    texts->addLayout(buttons);
    texts->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->addStretch();
    layout->addWidget(column, 10);
    layout->addStretch();

    connect(m_action, &QPushButton::clicked, this, &StatePanel::actionTriggered);
    connect(m_secondAction, &QPushButton::clicked, this, &StatePanel::secondActionTriggered);
}

void StatePanel::present(const Content &content)
{
    m_content = content;
    drawIcon();
    showTexts();
    setActionOrHide(m_action, content.action);
    setActionOrHide(m_secondAction, content.secondAction);
}

void StatePanel::setFilter(Filter filter)
{
    m_filter = std::move(filter);
    showTexts();
}

void StatePanel::showTexts()
{
    const auto shown = [this](const QString &text) { return m_filter ? m_filter(text) : text; };
    m_headline->setText(shown(m_content.headline));
    setTextOrHide(m_text, shown(m_content.text));
    setTextOrHide(m_details, shown(m_content.details));
}

void StatePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void StatePanel::drawIcon()
{
    const int side = Metrics::iconSize() * 2;
    const ColorToken ink = m_content.ink.value_or(ColorToken::MutedText);
    m_icon->setPixmap(icon(m_content.icon, ink).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace desk
