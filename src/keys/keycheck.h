// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/komboclient.h"
#include "core/apiaccess.h"

#include <QObject>

#include <chrono>

namespace desk {

/*!
 * Asks the API whether a key opens an environment there (GET /check-api-key, kombo-api.md 5.1). One
 * check at a time: a new one cancels the one before. Each ends with accepted() or refused(), both
 * from the event loop, or silently once it was cancelled. A person is waiting, so it gives up
 * sooner than other calls. The key is gone from here when the check has ended.
 */
class KeyCheck final : public QObject {
    Q_OBJECT

public:
    explicit KeyCheck(QObject *parent = nullptr);
    KeyCheck(KomboClient::Deadlines deadlines, Repetition repetition, QObject *parent = nullptr);
    ~KeyCheck() override;

    //! See KomboClient for what the access must be like.
    void start(const ApiAccess &access);
    //! Does nothing if none is running.
    void cancel();
    bool isRunning() const { return m_client != nullptr; }

Q_SIGNALS:
    void accepted(const desk::EnvironmentInfo &environment);
    void refused(const desk::ApiError &error);
    //! The check tries again after that time.
    void waiting(std::chrono::milliseconds delay);

private:
    //! Ends the check; its client lives on until nothing of it is on the stack any more.
    void release();

    KomboClient::Deadlines m_deadlines;
    Repetition m_repetition;
    KomboClient *m_client = nullptr;
};

} // namespace desk
