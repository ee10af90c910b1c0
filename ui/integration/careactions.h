// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "aftercare/integrationcare.h"
#include "core/integrationdetails.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * What can be done with an integration, as buttons. Each says what is going on while it runs, and
 * why it cannot be pressed where that is not plain to see.
 */
class CareActions final : public QWidget {
    Q_OBJECT

public:
    explicit CareActions(QWidget *parent = nullptr);

    //! What the buttons offer now; null: nothing but copying.
    void present(const IntegrationCare *care, bool isFlowOpen);

Q_SIGNALS:
    void reconnectRequested();
    void setupFlowRequested();
    void pauseRequested();
    void resumeRequested();
    void syncRequested(desk::SyncType type);
    void copyRequested();
    void deletionRequested();

private:
    void makeSyncMenu();
    void presentPause(const IntegrationCare *care);

    QPushButton *m_reconnect;
    QPushButton *m_openSetup;
    QPushButton *m_pause;
    QPushButton *m_sync;
    QPushButton *m_copy;
    QPushButton *m_delete;
    bool m_isPaused = false;
};

} // namespace desk
