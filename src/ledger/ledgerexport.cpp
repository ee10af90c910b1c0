// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerexport.h"

#include "attemptnames.h"

#include <QJsonDocument>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Cells = QList<std::pair<QString, QJsonValue>>;

QString textOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

Cells cellsOf(const Attempt &attempt)
{
    return {
        {u"id"_s, attempt.id.toString(QUuid::WithoutBraces)},
        {u"profile_id"_s, attempt.profile.id},
        {u"profile"_s, attempt.profile.name},
        {u"purpose"_s, nameOf(attempt.purpose)},
        {u"source"_s, nameOf(attempt.source)},
        {u"organization"_s, attempt.organization},
        {u"email"_s, attempt.email},
        {u"origin_id"_s, attempt.originId},
        {u"category"_s, attempt.category},
        {u"tool"_s, attempt.tool},
        {u"link_type"_s, wireName(attempt.linkType)},
        {u"started_at"_s, textOf(attempt.startedAt)},
        {u"link_created_at"_s, textOf(attempt.linkCreatedAt)},
        {u"link_expires_at"_s, textOf(attempt.linkExpiresAt)},
        {u"ended_at"_s, textOf(attempt.endedAt)},
        {u"outcome"_s, nameOf(attempt.outcome)},
        {u"duration_seconds"_s,
            attempt.duration ? QJsonValue(double(attempt.duration->count()) / 1000)
                             : QJsonValue(QString())},
        {u"error"_s, attempt.errorTitle},
        {u"error_code"_s, attempt.errorCode},
        {u"integration_id"_s, attempt.integrationId},
        {u"notes"_s, attempt.notes},
        {u"followed_up_at"_s, textOf(attempt.followedUpAt)},
    };
}

Cells cellsOf(const KnownIntegration &integration)
{
    return {
        {u"profile_id"_s, integration.profileId},
        {u"integration_id"_s, integration.id},
        {u"tool"_s, integration.tool},
        {u"category"_s, integration.category},
        {u"organization"_s, integration.organization},
        {u"email"_s, integration.email},
        {u"origin_id"_s, integration.originId},
        {u"status"_s, integration.status},
        {u"setup_status"_s, integration.setupStatus},
        {u"first_seen_at"_s, textOf(integration.firstSeenAt)},
        {u"last_read_at"_s, textOf(integration.lastReadAt)},
        {u"followed_up_at"_s, textOf(integration.followedUpAt)},
    };
}

// Spreadsheets run what begins with one of these, and some look past blanks.
bool isFormula(const QString &text)
{
    const QString content = text.trimmed();
    return (!content.isEmpty() && u"=+-@"_s.contains(content.at(0)))
        || (!text.isEmpty() && u"\t\r\n"_s.contains(text.at(0)));
}

QString csvCell(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble());
    QString text = value.toString();
    if (isFormula(text))
        text.prepend(u'\'');
    const bool needsQuotes = text.contains(u'"') || text.contains(u',') || text.contains(u'\n')
        || text.contains(u'\r') || text.trimmed() != text;
    return needsQuotes ? u'"' + text.replace(u'"', "\"\""_L1) + u'"' : text;
}

// Row by row, so that a million of them never stand in memory.
class RowWriter {
public:
    RowWriter(LedgerFormat format, QIODevice &to)
        : m_format(format)
        , m_to(to)
    {
    }

    void names(const Cells &cells)
    {
        QStringList names;
        for (const auto &[name, value] : cells)
            names.append(name);
        put(m_format == LedgerFormat::Csv ? (names.join(u',') + u"\r\n"_s).toUtf8()
                                          : QByteArray("["));
    }

    void row(const Cells &cells, const QJsonObject &more = {})
    {
        if (m_format == LedgerFormat::Csv)
            put(csvLine(cells));
        else
            put((m_rows == 0 ? "\n" : ",\n") + jsonObject(cells, more));
        ++m_rows;
    }

    Result<qint64, LedgerError> end()
    {
        if (m_format == LedgerFormat::Json)
            put("\n]\n");
        if (m_hasFailed)
            return Unexpected{LedgerError{LedgerError::Reason::Failed, {}, m_to.errorString()}};
        return m_rows;
    }
    bool hasFailed() const { return m_hasFailed; }

private:
    static QByteArray csvLine(const Cells &cells)
    {
        QStringList texts;
        for (const auto &[name, value] : cells)
            texts.append(csvCell(value));
        return (texts.join(u',') + u"\r\n"_s).toUtf8();
    }

    static QByteArray jsonObject(const Cells &cells, const QJsonObject &more)
    {
        QJsonObject object = more;
        for (const auto &[name, value] : cells) {
            const bool isMissing = value.isString() && value.toString().isEmpty();
            object.insert(name, isMissing ? QJsonValue() : value);
        }
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    void put(const QByteArray &bytes)
    {
        m_hasFailed = m_hasFailed || m_to.write(bytes) != bytes.size();
    }

    LedgerFormat m_format;
    QIODevice &m_to;
    qint64 m_rows = 0;
    bool m_hasFailed = false;
};

} // namespace

Result<qint64, LedgerError> exportAttempts(
    Ledger &ledger, const AttemptQuery &query, LedgerFormat format, QIODevice &to)
{
    constexpr int rowsAtOnce = 500;
    RowWriter writer(format, to);
    writer.names(cellsOf(Attempt()));
    PageMark mark{0, rowsAtOnce};
    while (!writer.hasFailed()) {
        const auto page = ledger.attempts(query, mark);
        if (!page)
            return Unexpected{page.error()};
        for (const Attempt &attempt : page->attempts)
            writer.row(cellsOf(attempt), {{u"request"_s, attempt.request}});
        if (page->isLast || page->attempts.isEmpty())
            break;
        mark.before = page->attempts.constLast().row;
    }
    return writer.end();
}

Result<qint64, LedgerError> exportIntegrations(
    Ledger &ledger, const QString &profileId, LedgerFormat format, QIODevice &to)
{
    const auto integrations = ledger.integrations(profileId);
    if (!integrations)
        return Unexpected{integrations.error()};
    RowWriter writer(format, to);
    writer.names(cellsOf(KnownIntegration()));
    for (const KnownIntegration &integration : *integrations)
        writer.row(cellsOf(integration));
    return writer.end();
}

} // namespace desk
