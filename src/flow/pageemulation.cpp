// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pageemulation.h"

#include "pageinspector.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int touchPoints = 5;

// Empty: what the engine would say by itself.
QString schemeName(PageScheme scheme)
{
    switch (scheme) {
    case PageScheme::Application:
        return {};
    case PageScheme::Light:
        return u"light"_s;
    case PageScheme::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject feature(const QString &name, const QString &value)
{
    return {{u"name"_s, name}, {u"value"_s, value}};
}

QJsonObject mediaOf(const ViewingConditions &conditions)
{
    return {{u"features"_s,
        QJsonArray{feature(u"prefers-color-scheme"_s, schemeName(conditions.scheme)),
            feature(
                u"prefers-reduced-motion"_s, conditions.reducesMotion ? u"reduce"_s : QString())}}};
}

QJsonObject touchOf(const ViewingConditions &conditions)
{
    QJsonObject touch{{u"enabled"_s, conditions.hasTouch}};
    if (conditions.hasTouch)
        touch.insert(u"maxTouchPoints"_s, touchPoints);
    return touch;
}

// The size is that of the view: given here, it would not be drawn at the view's zoom.
QJsonObject metricsOf(const ViewingConditions &conditions)
{
    return {{u"width"_s, 0}, {u"height"_s, 0},
        {u"deviceScaleFactor"_s, PageEmulation::scaleFor(conditions)}, {u"mobile"_s, false}};
}

} // namespace

bool PageEmulation::isNeededFor(const ViewingConditions &conditions)
{
    return conditions.deviceScale || conditions.hasTouch || conditions.reducesMotion
        || conditions.scheme != PageScheme::Application;
}

double PageEmulation::scaleFor(const ViewingConditions &conditions)
{
    return conditions.deviceScale.value_or(0) * 100 / conditions.zoom;
}

void PageEmulation::apply(PageInspector &inspector, const ViewingConditions &conditions)
{
    ++m_round;
    m_missing = 0;
    m_isGood = true;
    // A size that was set would stay: none is asked for.
    send(inspector, u"Emulation.clearDeviceMetricsOverride"_s, {});
    send(inspector, u"Emulation.setDeviceMetricsOverride"_s, metricsOf(conditions));
    send(inspector, u"Emulation.setTouchEmulationEnabled"_s, touchOf(conditions));
    send(inspector, u"Emulation.setEmulatedMedia"_s, mediaOf(conditions));
}

void PageEmulation::send(PageInspector &inspector, const QString &method, const QJsonObject &params)
{
    ++m_missing;
    inspector.send(
        method, params, this, [this, round = m_round](const PageInspector::Answer &answer) {
            count(round, answer.isGood);
        });
}

void PageEmulation::count(int round, bool isGood)
{
    if (round != m_round)
        return;
    m_isGood = m_isGood && isGood;
    if (--m_missing == 0)
        Q_EMIT finished(m_isGood);
}

} // namespace desk
