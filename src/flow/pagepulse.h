// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
QT_END_NAMESPACE

namespace desk {

/*!
 * Tells whether a page still does anything: asks it for a trifle once a second, in a world of its
 * own, and gives it some seconds for the answer. Frames of other sites share the process of their
 * page with this engine, so an endless loop in one of them is noticed, too. Does not ask while the
 * page is out of sight or stands still in the developer tools.
 */
class PagePulse final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{1000};
    //! That many intervals without an answer; a busy page may well take one or two.
    static constexpr int patience = 4;

    explicit PagePulse(QObject *parent = nullptr);

    //! Null stops. Begins anew, as if the page had just answered.
    void watch(QWebEnginePage *page);

Q_SIGNALS:
    void stopped();
    //! After stopped().
    void goesOn();

private:
    void beat();
    void ask();
    void hear(int question);

    QPointer<QWebEnginePage> m_page;
    QTimer m_timer;
    int m_question = 0; // the number of the one that waits for its answer, or had it last
    int m_waited = 0; // intervals since it was asked; 0: it has its answer
    bool m_hasStopped = false;
};

} // namespace desk
