// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "verbrun.h"

#include "console.h"

#include "wording/errorwording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::VerbRun)
};

} // namespace

VerbRun::VerbRun(Console &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { timeIsUp(); });
}

void VerbRun::limitTime(std::optional<std::chrono::milliseconds> limit)
{
    if (limit)
        m_limit.start(*limit);
}

void VerbRun::conclude(const QByteArray &result, const std::optional<Failure> &failure)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_limit.stop();
    stop();
    Ending ending{result, failure};
    amend(ending);
    if (!ending.result.isEmpty() && !m_console.print(ending.result))
        ending.failure = outputFailure();
    if (ending.failure)
        m_console.fail(*ending.failure);
    Q_EMIT finished(ending.failure ? ending.failure->exitCode : ExitCode::Done);
}

void VerbRun::amend(Ending &) { }

void VerbRun::sayThatItWaits(std::chrono::milliseconds delay)
{
    if (m_isOver)
        return;
    if (delay < std::chrono::seconds(1)) {
        m_console.tell(Words::tr("Trying again…"));
        return;
    }
    //: %1 is a duration such as "3 seconds"
    m_console.tell(Words::tr("Trying again in %1…").arg(ErrorWording::duration(delay)));
}

Failure outputFailure()
{
    const QString sentence =
        Words::tr("The result could not be written: nobody reads it any more.");
    return plainFailure(ExitCode::Other, u"output"_s, sentence);
}

Failure noAnswerFailure(const QString &host)
{
    ApiError error;
    error.kind = ApiError::Kind::Timeout;
    error.host = host;
    return failureFrom(error);
}

Failure cancelledFailure(const QString &sentence)
{
    return plainFailure(ExitCode::Closed, u"cancelled"_s, sentence);
}

} // namespace desk
