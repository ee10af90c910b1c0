// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilebutton.h"

#include "ui/profile/profilebadge.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What stands in the button is its value, and nothing inside it is a thing of its own.
class ProfileButtonInterface final : public QAccessibleWidget {
public:
    explicit ProfileButtonInterface(ProfileButton *button)
        : QAccessibleWidget(button, QAccessible::ButtonMenu)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return button()->profileName();
        return QAccessibleWidget::text(kind);
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    ProfileButton *button() const { return qobject_cast<ProfileButton *>(object()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *button = qobject_cast<ProfileButton *>(object);
    return button ? new ProfileButtonInterface(button) : nullptr;
}

} // namespace

ProfileButton::ProfileButton(QWidget *parent)
    : QPushButton(parent)
    , m_badge(new ProfileBadge(this))
    , m_name(new QLabel(this))
    , m_description(new QLabel(this))
    , m_arrow(new QLabel(this))
{
    QAccessible::installFactory(&makeInterface); // does nothing the second time
    setObjectName(u"profileButton"_s);
    setProperty("emphasis", u"quiet"_s);
    setAccessibleName(tr("Profile"));
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_description->setMinimumWidth(1); // the first to give way in a narrow window
    drawArrow();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(2), Metrics::space(1), Metrics::space(2), Metrics::space(1));
    layout->setSpacing(Metrics::space(2));
    for (QWidget *part : {static_cast<QWidget *>(m_badge), static_cast<QWidget *>(m_name),
             static_cast<QWidget *>(m_description), static_cast<QWidget *>(m_arrow)}) {
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
        layout->addWidget(part);
    }
    layout->addStretch();
    for (QLabel *label : {m_name, m_description})
        label->setTextFormat(Qt::PlainText);
}

void ProfileButton::present(ProfileKind kind, const QString &name, const QString &description)
{
    m_profileName = name;
    m_badge->setKind(kind);
    m_name->setText(name);
    // "Practice" beside the badge "Practice" says nothing new.
    m_name->setVisible(name.compare(ProfileBadge::word(kind), Qt::CaseInsensitive) != 0);
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    setAccessibleDescription(
        //: Spoken by screen readers: %1 is the word for a kind of profile, %2 one line about it
        tr("%1. %2").arg(ProfileBadge::word(kind), description));
    //: A tooltip: %1 is the name of a profile, %2 a shortcut
    setToolTip(tr("Switch profile (%1)")
                   .arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText)));
    updateGeometry();
    QAccessibleValueChangeEvent event(this, name);
    QAccessible::updateAccessibility(&event);
}

QSize ProfileButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize ProfileButton::minimumSizeHint() const
{
    return layout()->minimumSize();
}

void ProfileButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawArrow();
    QPushButton::changeEvent(event);
}

void ProfileButton::drawArrow()
{
    const int side = Metrics::iconSize() * 3 / 4;
    m_arrow->setPixmap(desk::icon(IconName::ChevronDown, ColorToken::MutedText)
                           .pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace desk
