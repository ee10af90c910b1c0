// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

class Workspace;

/*!
 * The switch for showing the window to others. Off at each start and never remembered, so that
 * nobody begins a day's work with masks by surprise. It only says whether a demo goes on; what
 * hides and grows follows changed().
 *
 * No production profile is shown in a demo unless a person has confirmed it, each time one is
 * chosen: until then the practice profile is in use. A flow that runs meanwhile is not touched.
 */
class DemoMode final : public QObject {
    Q_OBJECT

public:
    //! Questions stand over that window. Both must outlive it.
    DemoMode(Workspace &workspace, QWidget *window);

    bool isOn() const { return m_isOn; }
    //! Asks before a demo begins with a production profile, and begins it or not once answered.
    void setOn(bool on);

Q_SIGNALS:
    void changed(bool isOn);

private:
    void change(bool on);
    void askToBegin();
    void followProfile();
    void usePractice();

    Workspace &m_workspace;
    QWidget *m_window;
    QString m_confirmedId; //!< of the production profile that may be shown
    bool m_isOn = false;
};

} // namespace desk
