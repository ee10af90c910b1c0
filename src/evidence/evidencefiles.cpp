// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidencefiles.h"

#include "evidencemask.h"
#include "evidencereport.h"
#include "linkparameters.h"
#include "plainpicture.h"
#include "secretsweep.h"

#include "export/har.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int documentVersion = 1;

// Only what every file system and every program that unpacks agrees on.
QString pictureFile(qsizetype index, const QString &name)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    constexpr qsizetype longest = 40;
    QString plain = name.toLower().replace(others, u"-"_s).left(longest);
    while (plain.startsWith(u'-'))
        plain.remove(0, 1);
    while (plain.endsWith(u'-'))
        plain.chop(1);
    const QString number = u"%1"_s.arg(index + 1, 2, 10, QChar(u'0'));
    return u"screenshots/"_s + number + (plain.isEmpty() ? QString() : u'-' + plain) + u".png"_s;
}

QByteArray jsonDocument(const QString &format, QJsonObject object)
{
    object.insert(u"format"_s, format);
    object.insert(u"version"_s, documentVersion);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray swept(const QByteArray &body, const SecretSweep &sweep)
{
    return sweep.swept(body);
}

void sweepHeaders(HttpHeaders &headers, const SecretSweep &sweep)
{
    for (auto &[name, value] : headers) {
        name = sweep.swept(name);
        value = sweep.swept(value);
    }
}

// The texts that become parts of a document which a replacement in the middle would break: base64,
// addresses that are taken apart.
EvidenceInput swept(EvidenceInput input, const SecretSweep &sweep)
{
    for (TimelineEntry &entry : input.timeline.entries)
        entry.text = sweep.swept(entry.text);
    for (Exchange &exchange : input.exchanges) {
        exchange.url = sweep.swept(exchange.url);
        exchange.problem = sweep.swept(exchange.problem);
        exchange.requestBody = swept(exchange.requestBody, sweep);
        exchange.responseBody = swept(exchange.responseBody, sweep);
        sweepHeaders(exchange.requestHeaders, sweep);
        sweepHeaders(exchange.responseHeaders, sweep);
    }
    for (EvidencePicture &picture : input.pictures)
        picture.name = sweep.swept(picture.name);
    for (EvidenceFact &fact : input.facts) {
        fact.name = sweep.swept(fact.name);
        fact.value = sweep.swept(fact.value);
    }
    return input;
}

QJsonValue orNull(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? QJsonValue(qint64{time->count()}) : QJsonValue();
}

QJsonObject timingObject(const ConnectSession::Timing &timing)
{
    return {
        {u"create_link"_s, orNull(timing.createLink)},
        {u"load"_s, orNull(timing.load)},
        {u"flow"_s, orNull(timing.flow)},
        {u"resolve"_s, orNull(timing.resolve)},
        {u"total"_s, orNull(timing.total)},
    };
}

QJsonValue integrationValue(const std::optional<ResolvedIntegration> &integration)
{
    if (!integration)
        return {};
    const auto orNothing = [](const std::optional<QString> &text) {
        return text ? QJsonValue(*text) : QJsonValue();
    };
    return QJsonObject{
        {u"id"_s, integration->id},
        {u"tool"_s, integration->tool},
        {u"end_user_origin_id"_s, orNothing(integration->originId)},
        {u"end_user_organization_name"_s, integration->organization},
        {u"end_user_email"_s, orNothing(integration->email)},
        {u"setup_status"_s, integration->setupStatus},
    };
}

QString kindName(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Practice:
        return u"practice"_s;
    case ProfileKind::AdHoc:
        return u"ad_hoc"_s;
    case ProfileKind::Development:
        return u"development"_s;
    case ProfileKind::Production:
        return u"production"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray factsArray(const QList<EvidenceFact> &facts)
{
    QJsonArray array;
    for (const EvidenceFact &fact : facts)
        array.append(QJsonObject{{u"name"_s, fact.name}, {u"value"_s, fact.value}});
    return array;
}

QJsonObject environmentObject(const EvidenceInput &input, const QJsonValue &integration)
{
    return {
        {u"made_at"_s, input.madeAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"profile"_s,
            QJsonObject{{u"name"_s, input.profile.name}, {u"kind"_s, kindName(input.profile.kind)},
                {u"api_host"_s, input.apiHost}}},
        {u"outcome"_s,
            QString::fromLatin1(QMetaEnum::fromType<ConnectSession::Outcome>().valueToKey(
                static_cast<int>(input.outcome)))},
        {u"timing_ms"_s, timingObject(input.timing)},
        {u"integration"_s, integration},
        {u"facts"_s, factsArray(input.facts)},
    };
}

// Makes one bundle, in steps that share what has been masked.
class Maker {
public:
    Maker(const EvidenceInput &input, const EvidenceOptions &options, const EvidenceWords &words)
        : m_options(options)
        , m_words(words)
        , m_sweep(input.secrets)
        , m_input(swept(input, m_sweep))
        , m_personalData(personalDataOf(m_input, options.masksIntegrationIds))
    {
        if (m_input.order)
            m_parameters = linkParameters(*m_input.order);
        m_integration = integrationValue(m_input.integration);
        if (!options.masksPersonalData)
            return;
        m_input = masked(m_input, m_personalData);
        m_parameters = m_personalData.masked(QJsonValue(m_parameters)).toObject();
        m_integration = m_personalData.masked(m_integration);
    }

    Result<QList<EvidenceFile>, EvidenceProblem> files()
    {
        if (const auto problem = addPictures())
            return Unexpected{*problem};
        add(u"timeline.json"_s, timelineJson(m_input.timeline, m_words.timeline));
        add(u"timeline.md"_s, timelineMarkdown(m_input.timeline, m_words.timeline));
        add(u"exchanges.har"_s, harDocument(m_input.exchanges, QStringLiteral(DESK_VERSION)));
        add(u"parameters.json"_s, parametersDocument());
        add(u"environment.json"_s,
            jsonDocument(u"connect-desk-environment"_s, environmentObject(m_input, m_integration)));
        add(u"report.html"_s, report());
        m_files.move(m_files.size() - 1, 0);
        return m_files;
    }

private:
    void add(const QString &path, const QByteArray &bytes)
    {
        m_files.append({path, m_sweep.swept(bytes)});
    }

    std::optional<EvidenceProblem> addPictures()
    {
        for (qsizetype i = 0; m_options.hasPictures && i < m_input.pictures.size(); ++i) {
            const EvidencePicture &picture = m_input.pictures.at(i);
            const std::optional<QByteArray> png = plainPng(picture.image);
            if (!png) {
                return EvidenceProblem{EvidenceProblem::Kind::PictureFailed, picture.name, {}};
            }
            m_files.append({pictureFile(i, picture.name), *png});
            m_pictures.append({picture.name, *png});
        }
        return std::nullopt;
    }

    QByteArray parametersDocument() const
    {
        QJsonObject object{{u"parameters"_s, m_parameters}};
        object.insert(
            u"link"_s, m_input.order ? QJsonValue(wireName(m_input.order->kind())) : QJsonValue());
        return jsonDocument(u"connect-desk-parameters"_s, object);
    }

    QByteArray report() const
    {
        EvidenceReport::Content content;
        content.input = &m_input;
        content.parameters = m_parameters;
        content.integration = m_integration.toObject();
        content.pictures = m_pictures;
        content.isMasked = m_options.masksPersonalData;
        return EvidenceReport::html(content, m_words);
    }

    EvidenceOptions m_options;
    EvidenceWords m_words;
    SecretSweep m_sweep;
    EvidenceInput m_input;
    PersonalData m_personalData;
    QJsonObject m_parameters;
    QJsonValue m_integration;
    QList<EvidenceReport::Picture> m_pictures;
    QList<EvidenceFile> m_files;
};

} // namespace

Result<QList<EvidenceFile>, EvidenceProblem> evidenceFiles(
    const EvidenceInput &input, const EvidenceOptions &options, const EvidenceWords &words)
{
    return Maker(input, options, words).files();
}

QStringList evidenceFileNames(const EvidenceInput &input, const EvidenceOptions &options)
{
    QStringList names{u"report.html"_s, u"timeline.json"_s, u"timeline.md"_s, u"exchanges.har"_s,
        u"parameters.json"_s, u"environment.json"_s};
    for (qsizetype i = 0; options.hasPictures && i < input.pictures.size(); ++i)
        names.append(pictureFile(i, input.pictures.at(i).name));
    return names;
}

} // namespace desk
