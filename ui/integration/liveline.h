// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "aftercare/integrationcare.h"
#include "aftercare/setupwatch.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

//! How fresh what is shown is, whether it is read again by itself, and what a reading waits for.
class LiveLine final : public QWidget {
    Q_OBJECT

public:
    explicit LiveLine(QWidget *parent = nullptr);

    //! Either may be null, and may go at any time. Neither is owned.
    void follow(IntegrationCare *care, SetupWatch *watch);

    //! "Kombo asks us to wait …" while it does, and else empty.
    QString waitText() const;

Q_SIGNALS:
    //! The button beside the line: stop watching, or begin again.
    void watchToggled();
    //! Time has gone by, or the wait has changed.
    void ticked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void noteReading();
    void setWait(std::optional<std::chrono::milliseconds> wait);
    QString readText() const;
    void render();
    void renderWatch();
    bool isSetupOpen() const;

    QPointer<IntegrationCare> m_care;
    QPointer<SetupWatch> m_watch;
    std::optional<std::chrono::milliseconds> m_wait;
    QElapsedTimer m_reading;
    QTimer m_ticker;
    QLabel *m_live;
    QLabel *m_watching;
    QPushButton *m_toggle;
};

} // namespace desk
