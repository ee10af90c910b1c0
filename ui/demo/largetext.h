// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

/*!
 * Enlarges all text of the application's widgets for an audience. What has a size of its own grows
 * by the same ratio; what is made meanwhile follows, and everything is as it was afterwards. Pages
 * of a flow have their own sizes and are left alone. One per application.
 */
class LargeText final : public QObject {
    Q_OBJECT

public:
    static constexpr double ratio = 1.25;

    explicit LargeText(QObject *parent = nullptr);
    ~LargeText() override;

    bool isOn() const { return m_isOn; }
    void setOn(bool on);

private:
    struct Enlarged {
        QPointer<QWidget> widget;
        QFont before;
        QFont now;
    };

    void enlarge();
    void restore();

    bool m_isOn = false;
    QFont m_before;
    QHash<QByteArray, QFont> m_classesBefore;
    std::vector<Enlarged> m_enlarged;
};

} // namespace desk
