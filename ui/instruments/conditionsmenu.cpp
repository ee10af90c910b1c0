// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/instruments/conditionsmenu.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace desk {

ConditionsMenu::ConditionsMenu(QWidget *parent)
    : QMenu(tr("Conditions"), parent)
    , m_schemes(new QActionGroup(this))
    , m_scales(new QActionGroup(this))
{
    addSchemes();
    addSeparator();
    m_motion = addAction(tr("Reduced &motion"), this, [this](bool isOn) {
        m_conditions.reducesMotion = isOn;
        Q_EMIT chosen(m_conditions);
    });
    m_motion->setCheckable(true);
    m_touch = addAction(tr("&Touch"), this, [this](bool isOn) {
        m_conditions.hasTouch = isOn;
        Q_EMIT chosen(m_conditions);
    });
    m_touch->setCheckable(true);
    addScales();
    addSeparator();
    addAction(tr("Language and &user agent…"), this, &ConditionsMenu::headersWanted);
    m_reset = addAction(tr("&Reset all"), this, [this] { Q_EMIT chosen(ViewingConditions()); });
    setConditions({});
}

void ConditionsMenu::setConditions(const ViewingConditions &conditions)
{
    m_conditions = conditions;
    const auto schemes = m_schemes->actions();
    for (QAction *action : schemes)
        action->setChecked(action->data().toInt() == int(conditions.scheme));
    const auto scales = m_scales->actions();
    for (QAction *action : scales)
        action->setChecked(
            qFuzzyCompare(1 + action->data().toDouble(), 1 + conditions.deviceScale.value_or(0)));
    m_motion->setChecked(conditions.reducesMotion);
    m_touch->setChecked(conditions.hasTouch);
    m_reset->setEnabled(!conditions.isDefault());
}

void ConditionsMenu::addSchemes()
{
    const auto add = [this](const QString &text, PageScheme scheme) {
        QAction *action = addAction(text, this, [this, scheme] {
            m_conditions.scheme = scheme;
            Q_EMIT chosen(m_conditions);
        });
        action->setCheckable(true);
        action->setData(int(scheme));
        m_schemes->addAction(action);
    };
    add(tr("Colours of the &engine"), PageScheme::Application);
    add(tr("&Light colours"), PageScheme::Light);
    add(tr("&Dark colours"), PageScheme::Dark);
}

void ConditionsMenu::addScales()
{
    QMenu *menu = addMenu(tr("Device &scale"));
    const auto add = [this, menu](const QString &text, std::optional<double> scale) {
        QAction *action = menu->addAction(text, this, [this, scale] {
            m_conditions.deviceScale = scale;
            Q_EMIT chosen(m_conditions);
        });
        action->setCheckable(true);
        action->setData(scale.value_or(0));
        m_scales->addAction(action);
    };
    add(tr("Of the &screen"), std::nullopt);
    for (const double scale : {1.0, 1.5, 2.0, 3.0})
        add(QString::number(scale) + u'×', scale);
}

} // namespace desk
