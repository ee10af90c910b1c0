// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <chrono>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace desk {

/*!
 * Says for a moment, near the lower edge of its window, which shortcut was just used and what it
 * does, so that an audience can follow. Knows shortcuts of the given actions only, and nothing of
 * what is typed. In nobody's way: it takes neither mouse nor focus, and screen readers have heard
 * of the action already.
 */
class ShortcutOverlay final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualTime{2000};

    ShortcutOverlay(const QList<QAction *> &actions, QWidget *window,
        std::chrono::milliseconds time = usualTime);

    void setOn(bool on);
    //! What it says now, or said last.
    const QString &keys() const { return m_keys; }
    const QString &label() const { return m_label; }

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &keys, const QString &label);
    void place();
    QRect keysRect() const;

    QString m_keys;
    QString m_label;
    QTimer m_timer;
    bool m_isOn = false;
};

} // namespace desk
