// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/notice.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace desk {

namespace {

struct Look {
    IconName icon;
    ColorToken ink;
    ColorToken surface;
};

Look lookOf(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::Information:
        return {IconName::Info, ColorToken::Practice, ColorToken::PracticeSurface};
    case Notice::Tone::Success:
        return {IconName::CircleCheck, ColorToken::Success, ColorToken::SuccessSurface};
    case Notice::Tone::Warning:
        return {IconName::TriangleAlert, ColorToken::Warning, ColorToken::WarningSurface};
    case Notice::Tone::Error:
        return {IconName::CircleAlert, ColorToken::Danger, ColorToken::DangerSurface};
    }
    Q_UNREACHABLE();
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_headline(plainLabel(this))
    , m_text(plainLabel(this))
    , m_details(plainLabel(this))
    , m_detailsToggle(new QPushButton(tr("Details"), this))
    , m_action(new QPushButton(this))
    , m_secondAction(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_headline->setObjectName(QStringLiteral("noticeHeadline"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_details->setObjectName(QStringLiteral("noticeDetails"));
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_secondAction->setObjectName(QStringLiteral("noticeSecondAction"));
    m_detailsToggle->setObjectName(QStringLiteral("noticeDetailsToggle"));

    QFont bold = m_headline->font();
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    m_details->setFont(Metrics::small());
    m_detailsToggle->setCheckable(true);
    m_detailsToggle->setProperty("emphasis", QStringLiteral("quiet"));
    m_close->setIcon(icon(IconName::X));
    m_close->setAutoRaise(true);
    m_close->setProperty("emphasis", QStringLiteral("quiet"));
    m_close->setAccessibleName(tr("Dismiss message"));
    m_close->setToolTip(tr("Dismiss message"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_action);
    buttons->addWidget(m_secondAction);
    buttons->addWidget(m_detailsToggle);
    buttons->addStretch();

    auto *texts = new QVBoxLayout;
    texts->setSpacing(Metrics::space(1));
    texts->addWidget(m_headline);
    texts->addWidget(m_text);
    texts->addLayout(buttons);
    texts->addWidget(m_details);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(3), Metrics::space(3), Metrics::space(2), Metrics::space(3));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_action, &QPushButton::clicked, this, &Notice::actionTriggered);
    connect(m_secondAction, &QPushButton::clicked, this, &Notice::secondActionTriggered);
    connect(m_detailsToggle, &QPushButton::toggled, this, &Notice::showDetails);
    connect(m_close, &QToolButton::clicked, this, &Notice::dismiss);
    dismiss();
}

void Notice::present(const Content &content)
{
    m_content = content;
    m_tone = content.tone;
    const Look look = lookOf(content.tone);
    const int side = Metrics::iconSize();
    m_icon->setPixmap(icon(look.icon, look.ink).pixmap(QSize(side, side), devicePixelRatioF()));
    showTexts();
    m_detailsToggle->setVisible(!content.details.isEmpty());
    m_detailsToggle->setChecked(false);
    m_details->hide();
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_secondAction->setText(content.secondAction);
    m_secondAction->setVisible(!content.secondAction.isEmpty());
    setVisible(true);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Notice::setFilter(Filter filter)
{
    m_filter = std::move(filter);
    showTexts();
}

void Notice::showTexts()
{
    const auto shown = [this](const QString &text) { return m_filter ? m_filter(text) : text; };
    m_headline->setText(shown(m_content.headline));
    setTextOrHide(m_text, shown(m_content.text));
    m_details->setText(shown(m_content.details));
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_text->text());
}

void Notice::dismiss()
{
    setVisible(false);
}

void Notice::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

void Notice::focusAction()
{
    // With a ring, for whoever looks at what was pressed does not see where the focus went.
    m_action->setFocus(Qt::ShortcutFocusReason);
}

void Notice::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    const Look look = lookOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(look.surface, scheme));
    painter.drawRoundedRect(QRectF(rect()), 8, 8);
}

void Notice::showDetails(bool shown)
{
    m_details->setVisible(shown);
}

} // namespace desk
