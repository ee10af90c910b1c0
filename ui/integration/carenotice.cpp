// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/carenotice.h"

#include "wording/errorwording.h"

#include <QBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Action = IntegrationCare::Action;

Notice::Content contentOf(
    const ErrorMessage &message, const QString &details, const QString &action)
{
    QStringList texts;
    if (!message.serverSays.isEmpty())
        texts.append(message.serverSays);
    texts.append(message.advice);
    return {Notice::Tone::Error, message.headline, texts.join(u'\n'), details, action};
}

QString labelForTryingAgain(Action action)
{
    switch (action) {
    case Action::Read:
        return CareNotice::tr("Read again");
    case Action::Pause:
    case Action::Resume:
    case Action::Sync:
        return CareNotice::tr("Try again");
    case Action::Delete:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

CareNotice::CareNotice(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
{
    m_notice->setObjectName(u"careNotice"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    connect(m_notice, &Notice::actionTriggered, this, &CareNotice::retry);
    dismiss();
}

void CareNotice::follow(IntegrationCare *care)
{
    if (m_care)
        m_care->disconnect(this);
    m_care = care;
    dismiss();
    if (!care)
        return;
    connect(care, &IntegrationCare::actionSucceeded, this, &CareNotice::takeSuccess);
    connect(care, &IntegrationCare::actionFailed, this, &CareNotice::takeFailure);
}

void CareNotice::showFailure(const ErrorMessage &message)
{
    m_failed.reset();
    m_notice->present(contentOf(message, message.details, {}));
}

void CareNotice::dismiss()
{
    m_failed.reset();
    m_notice->dismiss();
}

void CareNotice::setFilter(Notice::Filter filter)
{
    m_notice->setFilter(std::move(filter));
}

void CareNotice::takeSuccess(Action action)
{
    switch (action) {
    case Action::Read:
        if (m_failed == Action::Read)
            dismiss();
        return;
    case Action::Pause:
        m_failed.reset();
        m_notice->present({Notice::Tone::Success, tr("Paused"),
            tr("Running syncs were cancelled. Credentials and configuration are kept."), {}, {}});
        return;
    case Action::Resume:
        m_failed.reset();
        m_notice->present({Notice::Tone::Success, tr("Resumed"), {}, {}, {}});
        return;
    case Action::Sync:
        m_failed.reset();
        showSync();
        return;
    case Action::Delete:
        dismiss();
        return;
    }
}

void CareNotice::showSync()
{
    if (m_care->lastSync()->wasQueuedAlready)
        m_notice->present({Notice::Tone::Information, tr("A sync is on its way already"),
            tr("One of this type was queued or running, so none was added."), {}, {}});
    else
        m_notice->present({Notice::Tone::Success, tr("Sync started"),
            tr("It takes seconds to hours, depending on the tool."), {}, {}});
}

void CareNotice::takeFailure(Action action, const ApiError &error)
{
    // That it is not there is said by the whole page.
    if (m_care->presence() == IntegrationCare::Presence::Missing) {
        dismiss();
        return;
    }
    m_failed = action;
    const ErrorMessage message = ErrorWording::message(error);
    m_notice->present(contentOf(
        message, ErrorWording::detailsWithLog(message, error), labelForTryingAgain(action)));
}

void CareNotice::retry()
{
    const std::optional<Action> action = m_failed;
    dismiss();
    if (m_care && action)
        m_care->repeat(*action);
}

} // namespace desk
