// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "runningcall.h"

#include "core/integrationdetails.h"

#include <memory>

namespace desk {

/*!
 * Deletes an integration for good. Where the outcome is not certain (the connection broke, nobody
 * answered in time, the server failed half-way) it is not sent again; the integration is read
 * instead, and if it is gone the deletion has succeeded. If it is still there, or cannot be read,
 * the first error stands (kombo-api.md 4.5).
 */
class DeletionCall final : public EndingCall<ApiCall<Done>> {
public:
    DeletionCall(ApiRequest deletion, ApiRequest reading, RequestContext context, QObject *parent);

    void cancel() override;

private:
    void judge(const RequestRun::Answer &answer);
    void readAgain(const ApiError &error);
    void start(ApiRequest request, void (DeletionCall::*then)(const RequestRun::Answer &));
    void judgeReading(const RequestRun::Answer &answer);

    ApiRequest m_reading;
    RequestContext m_context;
    std::unique_ptr<RequestRun> m_run;
    ApiError m_error;
};

} // namespace desk
