// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/notice.h"

#include "aftercare/integrationcare.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace desk {

struct ErrorMessage;

/*!
 * What came of the last thing that was done to an integration, beside the buttons that do it.
 * What failed can be tried again as it was; deleting is asked about each time.
 */
class CareNotice final : public QWidget {
    Q_OBJECT

public:
    explicit CareNotice(QWidget *parent = nullptr);

    //! Forgets what was said before. May be null, and may go at any time; not owned.
    void follow(IntegrationCare *care);
    void showFailure(const ErrorMessage &message);
    void dismiss();
    //! See Notice::setFilter().
    void setFilter(Notice::Filter filter);

private:
    void takeSuccess(IntegrationCare::Action action);
    void takeFailure(IntegrationCare::Action action, const ApiError &error);
    void showSync();
    void retry();

    Notice *m_notice;
    QPointer<IntegrationCare> m_care;
    std::optional<IntegrationCare::Action> m_failed;
};

} // namespace desk
