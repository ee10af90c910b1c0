// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/flowarea/flowinstruments.h"

#include <QStringList>

namespace desk::test {

//! Writes down what it is told; answers when the test says so, by name if it comes from the plugin.
class FakeFlowInstruments final : public FlowInstruments {
    Q_OBJECT
    Q_PROPERTY(QStringList orders READ orders CONSTANT)

public:
    using FlowInstruments::FlowInstruments;

    QStringList orders() const { return m_orders; }

    void setConditions(const ViewingConditions &conditions) override
    {
        m_conditions = conditions;
        m_orders.append(QStringLiteral("conditions ") + conditions.caption());
    }
    ViewingConditions conditions() const override { return m_conditions; }
    void captureView() override { m_orders.append(QStringLiteral("view")); }
    void captureFullPage() override { m_orders.append(QStringLiteral("full page")); }
    void openDeveloperTools() override { m_orders.append(QStringLiteral("open tools")); }
    void closeDeveloperTools() override { m_orders.append(QStringLiteral("close tools")); }

    Q_INVOKABLE void capture(const QImage &picture, bool isFullPage)
    {
        Q_EMIT captured(picture, isFullPage);
    }
    Q_INVOKABLE void failCapture(const QString &sentence) { Q_EMIT captureFailed(sentence); }
    Q_INVOKABLE void apply() { Q_EMIT conditionsApplied(); }
    Q_INVOKABLE void failConditions(const QString &sentence) { Q_EMIT conditionsFailed(sentence); }

private:
    ViewingConditions m_conditions;
    QStringList m_orders;
};

} // namespace desk::test
