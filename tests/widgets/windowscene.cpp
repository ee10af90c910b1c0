// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "windowscene.h"

#include "profiles/keyid.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr auto link =
    R"({"status":"success","data":{"link":"http://localhost:9/flow?token=link-token-4711"}})";
constexpr auto integration =
    R"({"status":"success","data":{"tool":"hibob","id":"hibob:1","end_user_origin_id":null,
        "end_user_organization_name":"Northwind Ltd","end_user_email":"jo@northwind.example",
        "setup_status":"COMPLETED"}})";
constexpr auto details =
    R"({"status":"success","data":{"id":"hibob:1","tool":{"id":"hibob","label":"HiBob",
        "internal_label":null,"logo_url":"","icon_url":""},"category":"HRIS","status":"ACTIVE",
        "setup_status":"COMPLETED","end_user":{"organization_name":"Northwind Ltd",
        "creator_email":"jo@northwind.example","origin_id":null},
        "scope_config":{"id":"scope-1","name":"Default"},"data_expired_at":null,
        "created_at":"2026-11-20T09:30:00.000Z","beta":false,"read_models":[],
        "write_actions":[]}})";
constexpr auto tools = R"({"status":"success","data":{"tools":[
    {"id":"hibob","label":"HiBob","internal_label":null,"assets":{"logo_url":"","icon_url":"",
        "icon_black_url":""},"connection_guide_url":"https://help.kombo.dev/hibob"},
    {"id":"personio","label":"Personio","internal_label":null,"assets":{"logo_url":"",
        "icon_url":"","icon_black_url":""}}]}})";

} // namespace

WindowScene::WindowScene()
    : linkAnswer(Response::json(link))
    , integrationAnswer(Response::json(integration))
    , detailsAnswer(Response::json(details))
    , toolsAnswer(Response::json(tools))
{
    m_server.setHandler([this](const Request &request) { return answerTo(request); });
}

WindowScene::~WindowScene() = default;

Response WindowScene::answerTo(const Request &request) const
{
    const QByteArray path = request.path();
    if (path.contains("/integration-by-token/"))
        return integrationAnswer;
    if (path.contains("/tools/"))
        return toolsAnswer;
    if (request.method == "POST")
        return linkAnswer;
    return detailsAnswer;
}

void WindowScene::make(const QString &pluginFolder)
{
    m_instance.reset();
    m_instance = std::make_unique<WindowInstance>(
        m_folder.path(), m_keychain, m_redactor, m_theme,
        [this] { return Result<ApiAccess, QString>(adHoc()); }, pluginFolder);
}

std::unique_ptr<WindowInstance> WindowScene::anotherInstance()
{
    return std::make_unique<WindowInstance>(
        m_folder.path(), m_keychain, m_redactor, m_theme,
        [this] { return Result<ApiAccess, QString>(adHoc()); }, QStringLiteral(DESK_FAKE_FLOW));
}

ApiAccess WindowScene::adHoc() const
{
    return {ProfileKind::AdHoc, m_server.url(u"/v1"_s), Secret(u"practice-key"_s), {}};
}

QString WindowScene::createProfile(const QString &name, ProfileKind kind, const QString &key)
{
    Profile draft;
    draft.name = name;
    draft.kind = kind;
    draft.region = Region::Custom;
    draft.customBaseUrl = m_server.url(u"/v1"_s).toString();
    draft.originIds = OriginIdPolicy::Optional;
    const Result<Profile, ProfileStore::Errors> created = m_instance->profiles.create(draft);
    Q_ASSERT(created);
    if (!key.isEmpty())
        m_keychain.kept.insert(*keyIdOf(*created), key);
    return created->id;
}

QList<Request> WindowScene::requestsTo(const QByteArray &pathPart) const
{
    QList<Request> found;
    for (const Request &request : m_server.requests()) {
        if (request.path().contains(pathPart))
            found.append(request);
    }
    return found;
}

QObject *WindowScene::driver() const
{
    // A surface that waits for the next session is no child of the window yet.
    return find<QWidget>("fakeFlow")->findChild<QObject *>(u"fakeDriver"_s);
}

void WindowScene::loadFlow()
{
    QVERIFY(QMetaObject::invokeMethod(driver(), "load"));
}

void WindowScene::finishFlow(const QString &token)
{
    QVERIFY(QMetaObject::invokeMethod(driver(), "finish", Q_ARG(QString, token)));
}

void WindowScene::press(const char *button) const
{
    QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
}

} // namespace desk::test
