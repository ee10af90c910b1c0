// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicepages.h"

#include "core/randomword.h"
#include "practiceanswers.h"
#include "practicecatalogue.h"
#include "practicecontent.h"
#include "practicejson.h"
#include "practicemarks.h"
#include "practicepagedata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

PracticeResponse pageAnswer(int status, PracticePage page, FlowLanguage language,
    const QJsonObject &data, const QByteArray &furtherPolicy = {})
{
    const QByteArray nonce = randomWord(22).toLatin1();
    // Any page may show the flow in a frame, as the real one presumably allows (kombo-api.md 9.6);
    // so there is no frame-ancestors and no X-Frame-Options.
    const QByteArray policy = "default-src 'none'; script-src 'nonce-" + nonce
        + "'; style-src 'nonce-" + nonce
        + "'; connect-src 'self'; base-uri 'none'; form-action 'none'" + furtherPolicy;
    return {status,
        {{"Cache-Control"_ba, "no-store"_ba}, {"X-Content-Type-Options"_ba, "nosniff"_ba},
            {"Referrer-Policy"_ba, "no-referrer"_ba}, {"Content-Security-Policy"_ba, policy}},
        "text/html; charset=utf-8"_ba, practicePage(page, language, nonce, data)};
}

PracticeResponse markAnswer(const QString &fileName)
{
    constexpr auto ending = ".svg"_L1;
    const QByteArray mark =
        fileName.endsWith(ending) ? practiceMark(fileName.chopped(ending.size())) : QByteArray();
    if (mark.isEmpty())
        return errorAnswer(404, {}, {}, u"There is no such picture"_s);
    return {200,
        {{"X-Content-Type-Options"_ba, "nosniff"_ba},
            {"Content-Security-Policy"_ba, "default-src 'none'"_ba}},
        "image/svg+xml"_ba, mark};
}

PracticeResponse noSuchPage()
{
    return errorAnswer(404, {}, {}, u"There is no such page"_s);
}

PracticeResponse wrongMethod(const QByteArray &allowed)
{
    PracticeResponse refusal =
        errorAnswer(405, {}, {}, u"This page takes %1 only"_s.arg(QString::fromLatin1(allowed)));
    refusal.headers.append({"Allow"_ba, allowed});
    return refusal;
}

//! What comes instead of the page, if the behaviour leaves none.
std::optional<PracticeResponse> insteadOfPage(std::optional<PracticeBehaviour::Kind> behaviour)
{
    using Kind = PracticeBehaviour::Kind;
    PracticeResponse response{502, {}, "text/html; charset=utf-8"_ba,
        "<!doctype html><title>502</title><h1>502 Bad Gateway</h1>"_ba};
    if (behaviour == Kind::StalledPage)
        response.delivery = PracticeDelivery::Stall;
    else if (behaviour == Kind::DroppedPage)
        response.delivery = PracticeDelivery::Drop;
    else if (behaviour != Kind::FailingPage)
        return std::nullopt;
    return response;
}

//! The tools of a page, all of which sign in by a pop-up.
QJsonArray signingInByPopup(const QJsonArray &tools)
{
    QJsonArray changed;
    for (const auto &each : tools) {
        QJsonObject tool = each.toObject();
        tool.insert(u"signIn"_s, u"oauth"_s);
        changed.append(tool);
    }
    return changed;
}

PracticeResponse stepAnswer(std::optional<PracticeStepError> error)
{
    if (!error)
        return jsonAnswer(200, {{u"ok"_s, true}});
    switch (*error) {
    case PracticeStepError::WrongCredentials:
        // Part of a flow that works, so not a failed request on the browser's console.
        return jsonAnswer(200, {{u"error"_s, u"wrong-credentials"_s}});
    case PracticeStepError::LinkGone:
        return jsonAnswer(410, {{u"error"_s, u"link-gone"_s}});
    case PracticeStepError::VisitGone:
    case PracticeStepError::OutOfOrder:
        return jsonAnswer(409, {{u"error"_s, u"out-of-order"_s}});
    case PracticeStepError::UnknownTool:
        return jsonAnswer(400, {{u"error"_s, u"unknown-tool"_s}});
    case PracticeStepError::UnknownChoice:
        return jsonAnswer(400, {{u"error"_s, u"unknown-choice"_s}});
    }
    Q_UNREACHABLE();
}

PracticeResponse guideAnswer(const QString &toolId, const PracticeRequest &request)
{
    const PracticeTool *const tool = findPracticeTool(toolId);
    if (!tool || !tool->hasGuide)
        return noSuchPage();
    const auto language = flowLanguageFromWire(request.query.queryItemValue(u"language"_s));
    return pageAnswer(200, PracticePage::Guide, language.value_or(FlowLanguage::English),
        {{u"tool"_s, pageJson(*tool)}});
}

//! The texts of a JSON array; nothing that is not one, so that a foreign value is no choice.
QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray items = array.toArray();
    for (const auto &item : items)
        texts.append(item.toString());
    return texts;
}

QHash<QString, QString> mappingsOf(const QJsonValue &object)
{
    QHash<QString, QString> mappings;
    const QJsonObject items = object.toObject();
    for (auto item = items.constBegin(); item != items.constEnd(); ++item)
        mappings.insert(item.key(), item->toString());
    return mappings;
}

// An address of its own, as the sign-ins have that refuse an embedded browser.
constexpr auto rejectedPath = "/connect/signin/rejected";

} // namespace

PracticePages::PracticePages(PracticeState &state, PracticeBehaviours &behaviours)
    : m_state(state)
    , m_behaviours(behaviours)
    , m_flow(state, behaviours)
{
}

PracticeResponse PracticePages::answer(const PracticeRequest &request)
{
    const QStringList path = request.pathSegments().sliced(1);
    const QString name = path.value(0);
    const bool isGet = request.method == "GET";
    if (path.size() == 2 && (name == "marks"_L1 || name == "guides"_L1)) {
        if (!isGet)
            return wrongMethod("GET"_ba);
        return name == "marks"_L1 ? markAnswer(path.constLast())
                                  : guideAnswer(path.constLast(), request);
    }
    if (isGet && path == QStringList{u"signin"_s, u"rejected"_s}) {
        return pageAnswer(
            403, PracticePage::Notice, FlowLanguage::English, {{u"notice"_s, u"embedded"_s}});
    }
    if (path.size() != 1)
        return noSuchPage();
    if (name == "v1"_L1)
        return isGet ? linkPage(request) : wrongMethod("GET"_ba);
    if (name == "oauth"_L1 && isGet)
        return signInPage(request);
    if (name == "foreign"_L1 && isGet)
        return pageAnswer(200, PracticePage::Foreign, FlowLanguage::English, {});
    if (!QStringList{u"consent"_s, u"sign-in"_s, u"oauth"_s, u"groups"_s, u"mapping"_s, u"finish"_s}
             .contains(name))
        return noSuchPage();
    return request.method == "POST" ? takeStep(request) : wrongMethod("POST"_ba);
}

PracticeResponse PracticePages::linkPage(const PracticeRequest &request)
{
    const QString token = request.query.queryItemValue(u"token"_s);
    if (m_state.linkState(token) != PracticeLinkState::Valid)
        return notice(token);
    const auto behaviour = m_behaviours.take(PracticeBehaviour::Moment::Opening);
    if (const auto other = insteadOfPage(behaviour))
        return *other;
    const PracticeLink &link = *m_state.link(token);
    const bool isSetup = link.kind == PracticeLinkKind::Setup;
    QJsonObject data = isSetup ? setupData(token, link) : flowData(token, link);
    if (behaviour) {
        data.insert(u"behaviour"_s, nameOf(*behaviour));
        data.insert(u"flood"_s, PracticeBehaviour::floodSize);
    }
    using Kind = PracticeBehaviour::Kind;
    PracticeResponse page =
        pageAnswer(200, isSetup ? PracticePage::Setup : PracticePage::Flow, link.details.language,
            data, behaviour == Kind::ForeignMessages ? "; frame-src 'self'"_ba : QByteArray());
    if (behaviour == Kind::SlowPage)
        page.delayMs = PracticeBehaviour::slowPageMs;
    if (behaviour == Kind::RefusesFrame)
        page.headers.append({"X-Frame-Options"_ba, "DENY"_ba});
    return page;
}

QJsonObject PracticePages::flowData(const QString &token, const PracticeLink &link)
{
    const ConnectDetails &details = link.details;
    const auto behaviour = m_behaviours.take(PracticeBehaviour::Moment::Choosing);
    using SignIn = PracticeFlow::SignIn;
    const SignIn signIn = !behaviour                        ? SignIn::OfTheTool
        : behaviour == PracticeBehaviour::Kind::PopupSignIn ? SignIn::InPopup
                                                            : SignIn::InBrowserPopup;
    const QJsonArray tools = toolChoices(details);
    return {{u"visit"_s, m_flow.beginVisit(token, signIn)},
        {u"organization"_s, details.organization}, {u"category"_s, wireName(details.category)},
        {u"tools"_s, signIn == SignIn::OfTheTool ? tools : signingInByPopup(tools)},
        {u"preset"_s, nullable(details.tool)}, {u"filtering"_s, details.filtering},
        {u"fieldMapping"_s, details.fieldMapping},
        {u"reconnect"_s, link.kind == PracticeLinkKind::Reconnect},
        {u"newScopes"_s, details.scopeConfigId.has_value()}};
}

QJsonObject PracticePages::setupData(const QString &token, const PracticeLink &link)
{
    const PracticeIntegration &integration = *m_state.integration(link.integrationId);
    QJsonObject data{{u"visit"_s, m_flow.beginVisit(token)},
        {u"organization"_s, link.details.organization},
        {u"tool"_s, pageJson(*findPracticeTool(integration.facts().toolId))}};
    if (link.details.filtering)
        data.insert(u"groups"_s, groupChoices(integration));
    if (link.details.fieldMapping) {
        data.insert(u"customFields"_s, customFieldChoices(integration));
        data.insert(u"fields"_s, fieldChoices(integration));
    }
    return data;
}

PracticeResponse PracticePages::signInPage(const PracticeRequest &request)
{
    const QString token = request.query.queryItemValue(u"token"_s);
    const QString visit = request.query.queryItemValue(u"visit"_s);
    const auto toolId = m_flow.chosenTool(token, visit);
    if (m_state.linkState(token) != PracticeLinkState::Valid || !toolId)
        return notice(token);
    const ConnectDetails details = m_state.link(token)->details;
    if (m_flow.refusesEmbedded(visit) && request.header("User-Agent"_ba).contains("QtWebEngine")) {
        return {302, {{"Location"_ba, QByteArray(rejectedPath)}}, {}, {}};
    }
    return pageAnswer(200, PracticePage::OAuth, details.language,
        {{u"visit"_s, visit}, {u"organization"_s, details.organization},
            {u"tool"_s, pageJson(*findPracticeTool(*toolId))}});
}

PracticeResponse PracticePages::takeStep(const PracticeRequest &request)
{
    // A foreign page can send a form or plain text here without being asked, JSON it cannot.
    if (!request.header("Content-Type"_ba).startsWith("application/json"))
        return jsonAnswer(415, {{u"error"_s, u"not-json"_s}});
    const QJsonObject step = QJsonDocument::fromJson(request.body).object();
    const auto text = [&step](QLatin1StringView name) { return step.value(name).toString(); };
    const QString token = text("token"_L1);
    const QString visit = text("visit"_L1);

    const QString name = request.pathSegments().constLast();
    if (name == "consent"_L1)
        return stepAnswer(m_flow.consent(token, visit, text("tool"_L1)));
    if (name == "sign-in"_L1) {
        return stepAnswer(m_flow.signIn(
            token, visit, {text("api_key"_L1), text("user_name"_L1), text("password"_L1)}));
    }
    if (name == "oauth"_L1)
        return stepAnswer(m_flow.allowOAuth(token, visit));
    if (name == "groups"_L1)
        return stepAnswer(m_flow.chooseGroups(token, visit, textsOf(step.value("groups"_L1))));
    if (name == "mapping"_L1)
        return stepAnswer(m_flow.mapFields(token, visit, mappingsOf(step.value("mappings"_L1))));
    return finish(token, visit);
}

PracticeResponse PracticePages::finish(const QString &token, const QString &visit)
{
    const auto activation = m_flow.finish(token, visit);
    if (!activation)
        return stepAnswer(activation.error());
    return jsonAnswer(200, {{u"activation_token"_s, *activation}});
}

PracticeResponse PracticePages::notice(const QString &linkToken) const
{
    const PracticeLink *const link = m_state.link(linkToken);
    const bool expired = m_state.linkState(linkToken) == PracticeLinkState::Expired;
    return pageAnswer(expired ? 410 : 404, PracticePage::Notice,
        link ? link->details.language : FlowLanguage::English,
        {{u"notice"_s, expired ? u"expired"_s : u"unknown"_s}});
}

} // namespace desk
