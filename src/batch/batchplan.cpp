// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchplan.h"

#include "core/harmlesstext.h"
#include "core/inputtext.h"
#include "core/organizationname.h"
#include "drafts/detailsjson.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Field = DetailsField;

constexpr qsizetype longestShownValue = 60;

QString underlined(const QString &text)
{
    return text.toUpper().replace(u'-', u'_').replace(u' ', u'_');
}

// As the command line and spreadsheets in English and German write it.
std::optional<bool> switchFrom(const QString &text)
{
    static const QStringList on{u"true"_s, u"yes"_s, u"on"_s, u"1"_s, u"x"_s, u"ja"_s, u"wahr"_s};
    static const QStringList off{u"false"_s, u"no"_s, u"off"_s, u"0"_s, u"nein"_s, u"falsch"_s};
    const QString word = text.toLower();
    if (on.contains(word))
        return true;
    return off.contains(word) ? std::optional(false) : std::nullopt;
}

// "English" and "de-DE" are written as well as "en" and "de".
std::optional<FlowLanguage> languageFrom(const QString &text)
{
    static const QList<std::pair<QString, FlowLanguage>> names{
        {u"english"_s, FlowLanguage::English}, {u"englisch"_s, FlowLanguage::English},
        {u"german"_s, FlowLanguage::German}, {u"deutsch"_s, FlowLanguage::German},
        {u"french"_s, FlowLanguage::French}, {u"französisch"_s, FlowLanguage::French},
        {u"italian"_s, FlowLanguage::Italian}, {u"italienisch"_s, FlowLanguage::Italian},
        {u"spanish"_s, FlowLanguage::Spanish}, {u"spanisch"_s, FlowLanguage::Spanish}};
    const QString word = text.toLower();
    for (const auto &[name, language] : names) {
        if (name == word)
            return language;
    }
    const bool hasRegion = word.size() == 5 && (word.at(2) == u'-' || word.at(2) == u'_');
    return flowLanguageFromWire(hasRegion ? word.first(2) : word);
}

std::optional<LinkType> linkTypeFrom(const QString &text)
{
    const QString word = underlined(text);
    return linkTypeFromWire(word == "MAGIC"_L1 ? u"MAGIC_LINK"_s : word);
}

// Makes the details of one row, and notes what is wrong with its cells.
class RowReader {
public:
    RowReader(const CsvRow &row, const QStringList &header, const ColumnMapping &mapping,
        const ConnectDetails &common)
        : m_row(row)
        , m_header(header)
        , m_mapping(mapping)
    {
        m_planned.number = row.number;
        m_planned.details = common;
    }

    PlannedRow read(OriginIdPolicy originIds)
    {
        ConnectDetails &details = m_planned.details;
        takeText(Field::Email, details.email);
        takeText(Field::Organization, details.organization);
        takeText(Field::OriginId, details.originId);
        takeText(Field::Tool, details.tool);
        takeText(Field::RemoteEnvironment, details.remoteEnvironment);
        takeText(Field::ScopeConfigId, details.scopeConfigId);
        takeChoice(Field::Category, details.category,
            [](const QString &text) { return categoryFromWire(text.toUpper()); });
        takeChoice(Field::Language, details.language, languageFrom);
        takeChoice(Field::LinkType, details.linkType, linkTypeFrom);
        takeChoice(Field::Filtering, details.filtering, switchFrom);
        takeChoice(Field::FieldMapping, details.fieldMapping, switchFrom);
        const QList<DetailsError> errors = checkDetails(details, originIds);
        for (const DetailsError &error : errors) {
            BatchProblem problem = problemOf(error.field);
            problem.details = error.problem;
            m_planned.problems.append(problem);
        }
        return m_planned;
    }

private:
    QString cell(Field field) const
    {
        const auto column = m_mapping.constFind(field);
        return column == m_mapping.constEnd() ? QString()
                                              : cleanedInput(m_row.cells.value(*column));
    }

    BatchProblem problemOf(Field field) const
    {
        BatchProblem problem;
        problem.row = m_row.number;
        problem.field = field;
        if (const auto column = m_mapping.constFind(field); column != m_mapping.constEnd()) {
            problem.column = *column + 1;
            problem.columnName = m_header.value(*column);
        }
        return problem;
    }

    template <typename Text> void takeText(Field field, Text &into) const
    {
        const QString text = cell(field);
        if (!text.isEmpty())
            into = text;
    }

    template <typename Value, typename FromText>
    void takeChoice(Field field, Value &into, FromText fromText)
    {
        const QString text = cell(field);
        if (text.isEmpty())
            return;
        if (const std::optional<Value> value = fromText(text)) {
            into = *value;
            return;
        }
        BatchProblem problem = problemOf(field);
        problem.kind = BatchProblem::Kind::UnknownValue;
        problem.value = harmlessText(text, longestShownValue);
        m_planned.problems.append(problem);
    }

    const CsvRow &m_row;
    const QStringList &m_header;
    const ColumnMapping &m_mapping;
    PlannedRow m_planned;
};

bool isGiven(Field field, const ColumnMapping &mapping, const Prefill &common)
{
    return mapping.contains(field) || common.fields().contains(field);
}

} // namespace

BatchPlan::BatchPlan(const CsvReading &reading, const ColumnMapping &mapping, const Prefill &common,
    OriginIdPolicy originIds)
    : m_fileProblems(reading.problems)
    , m_dialect(reading.dialect)
{
    for (const Field field : {Field::Email, Field::Organization, Field::OriginId}) {
        const bool isNeeded = field != Field::OriginId || originIds == OriginIdPolicy::Required;
        if (isNeeded && !isGiven(field, mapping, common))
            m_missing.append(field);
    }
    ConnectDetails usual;
    usual.linkType = LinkType::MagicLink;
    usual = common.applyTo(usual);
    m_rows.reserve(reading.rows.size());
    for (const CsvRow &row : reading.rows) {
        m_rows.append(RowReader(row, reading.header, mapping, usual).read(originIds));
        m_problemCount += m_rows.constLast().problems.size();
    }
    lookForTwins();
}

void BatchPlan::lookForTwins()
{
    QHash<QString, int> seen;
    const auto look = [&seen](PlannedRow &row, PlannedRow::Likeness likeness, const QString &text) {
        if (text.isEmpty())
            return;
        const QString key =
            QString::number(int(likeness)) + wireName(row.details.category) + u'\n' + text;
        const int first = seen.value(key);
        if (first == 0)
            seen.insert(key, row.number);
        else if (row.sameAs == 0) {
            row.sameAs = first;
            row.likeness = likeness;
        }
    };
    for (PlannedRow &row : m_rows) {
        look(row, PlannedRow::Likeness::OriginId, row.details.originId.value_or(QString()));
        look(row, PlannedRow::Likeness::Email, row.details.email.toLower());
        look(row, PlannedRow::Likeness::Organization, foldedOrganization(row.details.organization));
    }
}

void BatchPlan::checkDuplicates(const DuplicateQuery &ask, qsizetype begin, qsizetype end)
{
    const qsizetype last = std::min(end, m_rows.size());
    for (qsizetype index = std::max<qsizetype>(begin, 0); index < last; ++index)
        m_rows[index].duplicates = ask(m_rows.at(index).details);
}

qsizetype BatchPlan::duplicateCount() const
{
    return std::count_if(
        m_rows.cbegin(), m_rows.cend(), [](const PlannedRow &row) { return row.isDuplicate(); });
}

qsizetype BatchPlan::embeddedCount() const
{
    return std::count_if(m_rows.cbegin(), m_rows.cend(),
        [](const PlannedRow &row) { return row.details.linkType == LinkType::Embedded; });
}

bool BatchPlan::isSendable() const
{
    return !m_rows.isEmpty() && m_problemCount == 0 && m_missing.isEmpty()
        && std::none_of(m_fileProblems.cbegin(), m_fileProblems.cend(),
            [](const CsvProblem &problem) { return problem.isBlocking(); });
}

BatchPlan BatchPlan::without(const QList<int> &numbers) const
{
    BatchPlan rest = *this;
    rest.m_rows.clear();
    rest.m_problemCount = 0;
    const QSet<int> left(numbers.cbegin(), numbers.cend());
    for (const PlannedRow &row : m_rows) {
        if (left.contains(row.number))
            continue;
        rest.m_rows.append(row);
        rest.m_rows.last().sameAs = 0;
        rest.m_problemCount += row.problems.size();
    }
    rest.lookForTwins();
    return rest;
}

QByteArray BatchPlan::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const PlannedRow &row : m_rows) {
        hash.addData(QByteArray::number(row.number) + ' ');
        hash.addData(
            QJsonDocument(detailsToJson(row.details)).toJson(QJsonDocument::Compact) + '\n');
    }
    return hash.result();
}

} // namespace desk
