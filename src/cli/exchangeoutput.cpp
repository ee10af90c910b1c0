// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangeoutput.h"

#include "console.h"

#include "export/har.h"

#include <QDir>
#include <QSaveFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString endingOf(const Exchange &exchange)
{
    switch (exchange.ending) {
    case Exchange::Ending::Answered:
        return QString::number(exchange.status);
    case Exchange::Ending::NotConnected:
        return ExchangeOutput::tr("no connection");
    case Exchange::Ending::Broken:
        return ExchangeOutput::tr("the connection broke");
    case Exchange::Ending::Tls:
        return ExchangeOutput::tr("no secure connection");
    case Exchange::Ending::Deadline:
        return ExchangeOutput::tr("no answer in time");
    case Exchange::Ending::TooLarge:
        return ExchangeOutput::tr("far too large an answer");
    case Exchange::Ending::Cancelled:
        return ExchangeOutput::tr("cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace

ExchangeOutput::ExchangeOutput(const CommandLine &commandLine, Console &console, QObject *parent)
    : QObject(parent)
    , m_commandLine(commandLine)
    , m_console(console)
    , m_isWanted(
          commandLine.verbose || commandLine.har || commandLine.copyAs || commandLine.evidence)
{
    m_log.setHidesEmail(m_commandLine.hideEmail);
    if (m_commandLine.verbose)
        connect(&m_log, &ExchangeLog::appended, this, &ExchangeOutput::tell);
}

std::optional<QByteArray> ExchangeOutput::scripts() const
{
    if (!m_commandLine.copyAs)
        return std::nullopt;
    QSet<QString> endpoints;
    QByteArrayList scripts;
    for (const Exchange &exchange : m_log.exchanges()) {
        if (endpoints.contains(exchange.endpoint))
            continue;
        endpoints.insert(exchange.endpoint);
        scripts.append(copyAs(exchange, *m_commandLine.copyAs).trimmed().toUtf8() + '\n');
    }
    return scripts.join('\n');
}

std::optional<Failure> ExchangeOutput::save() const
{
    if (!m_commandLine.har)
        return std::nullopt;
    QSaveFile file(*m_commandLine.har);
    const QByteArray document = harDocument(m_log.exchanges(), QStringLiteral(DESK_VERSION));
    if (file.open(QIODevice::WriteOnly) && file.write(document) == document.size() && file.commit())
        return std::nullopt;
    //: %1 is a file, %2 a reason of the system
    return plainFailure(ExitCode::Other, u"har"_s,
        tr("--har: %1 could not be written: %2")
            .arg(QDir::toNativeSeparators(*m_commandLine.har), file.errorString()));
}

void ExchangeOutput::tell(const Exchange &exchange)
{
    QString line = u"%1 %2 → %3, %4 ms"_s.arg(QString::fromLatin1(exchange.method), exchange.url,
        endingOf(exchange), QString::number(exchange.timings.done.count()));
    if (exchange.attempt > 1) {
        //: Behind a line about a request; %1 counts how often it was sent
        line += u", "_s + tr("attempt %1").arg(exchange.attempt);
    }
    m_console.note(line);
}

} // namespace desk
