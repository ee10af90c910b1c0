// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class ExchangeLog;
class InspectorPanel;
class QuietTabBar;
class SessionTimeline;
class TimelinePanel;

/*!
 * The panels below a flow for those who look closer: what happened, and what was sent and answered.
 * Closed until somebody opens one.
 */
class TechnicalPanels final : public QWidget {
    Q_OBJECT

public:
    enum class Panel { Timeline, Requests };

    //! The log must outlive the panels.
    explicit TechnicalPanels(ExchangeLog &exchanges, QWidget *parent = nullptr);

    void setTimeline(SessionTimeline *timeline);

    void open(Panel panel);
    //! Opens that panel, or closes all if it is the one that shows.
    void toggle(Panel panel);
    void close();
    //! A panel is open, or would be if they were not barred.
    bool isOpen() const { return m_isOpen; }
    //! While they are barred none shows and none can be opened; afterwards they are as before.
    void setBarred(bool barred);

Q_SIGNALS:
    //! For the status line of the window: something was copied or saved.
    void noted(const QString &text);

private:
    void fill();

    ExchangeLog &m_exchanges;
    QPointer<SessionTimeline> m_followed;
    bool m_isOpen = false;
    bool m_isBarred = false;
    QuietTabBar *m_tabs = nullptr;
    QStackedWidget *m_pages;
    // Made when they are first wanted: the window should be there before them.
    TimelinePanel *m_timeline = nullptr;
    InspectorPanel *m_inspector = nullptr;
};

} // namespace desk
