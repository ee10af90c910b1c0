// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QWebEnginePage>
#include <QWebEngineScript>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

/*
 * What a page may say. Each row ends with a proper success, which must arrive, alone and unharmed:
 * without the rule of the row either a forged token arrives or the library stumbles and is deaf.
 */
class MessageGateTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void acceptsProperMessages_data();
    void acceptsProperMessages();
    void stopsOthers_data();
    void stopsOthers();
    void stopsSyntheticEvents();
    void stopsNestedFrames();
    void stopsOtherOrigins();
    void takesNoOtherOriginForTheFlow();
    void stopsWindowsOfTheFlow();
    void endsOnce_data();
    void endsOnce();
    void survivesNoise_data();
    void survivesNoise();
    void tellsWhatItStoppedBeforeThePageGoes_data();
    void tellsWhatItStoppedBeforeThePageGoes();
    void bridgeCannotBeDeletedByThePage();
    void hostPageKnowsNothing();
};

namespace {

const QString proper = u"proper-token"_s;

} // namespace

void MessageGateTest::acceptsProperMessages_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("ending");

    QTest::newRow("a token") << QByteArray("finish('abc')") << u"token:abc"_s;
    QTest::newRow("a token with signs")
        << QByteArray("finish('a/b+c=?#%&\"\\'\\\\<>~!')") << u"token:a/b+c=?#%&\"'\\<>~!"_s;
    QTest::newRow("a token that only begins with dots")
        << QByteArray("finish('..a')") << u"token:..a"_s;
    QTest::newRow("the longest token")
        << QByteArray("finish('x'.repeat(4096))") << u"token:"_s + QString(4096, u'x');
    QTest::newRow("a success with more in it than we know")
        << QByteArray("say({ type: 'success', id: 7, data: { activation_token: 'abc', a: [1] } })")
        << u"token:abc"_s;
    QTest::newRow("a success once the page has loaded")
        << QByteArray("later(() => setTimeout(() => finish('abc'), 50))") << u"token:abc"_s;
    QTest::newRow("a close") << QByteArray("say({ type: 'close' })") << u"closed"_s;
    QTest::newRow("a close with data")
        << QByteArray("say({ type: 'close', data: 1 })") << u"closed"_s;
}

void MessageGateTest::acceptsProperMessages()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, ending);
    FlowScene scene;
    scene.setScript("/flow", script);
    scene.open();
    const QStringList expected{u"loaded"_s, ending};
    QTRY_COMPARE(scene.events(), expected);
    QCOMPARE(scene.noted(Kind::Message), 1);
    QCOMPARE(scene.noted(Kind::MessageDropped), 0);
}

void MessageGateTest::stopsOthers_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("note");

    const auto dropped = [](const char *name, const QByteArray &message, const QString &note) {
        QTest::newRow(name) << QByteArray("say(" + message + ");") << Kind::MessageDropped << note;
    };
    const auto ignored = [](const char *name, const QByteArray &message, const QString &note) {
        QTest::newRow(name) << QByteArray("say(" + message + ");") << Kind::MessageIgnored << note;
    };
    const auto badToken = [&dropped](
                              const char *name, const QByteArray &token, const QString &note) {
        dropped(name, "{ type: 'success', data: { activation_token: " + token + " } }", note);
    };
    const QString noObject = u"not an object, from http://127.0.0.1:"_s;
    const QString noToken = u"success without a token"_s;
    const QString noData = u"success without data"_s;
    const QString characters = u"token empty or with characters"_s;

    dropped("null", "null", noObject);
    dropped("undefined", "undefined", noObject);
    dropped("a string", "'success'", noObject);
    dropped("a number", "42", noObject);
    dropped("an array", "['success']", noObject);
    dropped("a map", "new Map([['type', 'success']])", noObject);
    dropped("a date", "new Date()", noObject);
    dropped("bytes", "new ArrayBuffer(16)", noObject);
    dropped("an object without a type", "{ data: { activation_token: 'forged' } }", u"no type"_s);
    dropped("a numeric type", "{ type: 1 }", u"no type"_s);
    dropped("an object as type", "{ type: { success: true } }", u"no type"_s);
    dropped("a success without data", "{ type: 'success' }", noData);
    dropped("a success with null as data", "{ type: 'success', data: null }", noData);
    dropped("a success with a string as data", "{ type: 'success', data: 'forged' }", noData);
    dropped("a success with an array as data", "{ type: 'success', data: ['forged'] }", noData);
    dropped("a success without a token", "{ type: 'success', data: {} }", noToken);
    badToken("a missing token", "undefined", noToken);
    badToken("null as token", "null", noToken);
    badToken("a numeric token", "12345", noToken);
    badToken("an object as token", "{ toString: 'forged' }", noToken);
    badToken("an array as token", "['forged']", noToken);
    badToken("an empty token", "''", characters);
    badToken("a blank in the token", "'for ged'", characters);
    badToken("a line break at the end of the token", "'forged\\n'", characters);
    badToken("a zero byte in the token", "'for\\u0000ged'", characters);
    badToken("a letter beyond ASCII in the token", "'forg\u00e9d'", characters);
    badToken("a dot as token", "'.'", characters);
    badToken("two dots as token", "'..'", characters);
    badToken("a token one longer than believable", "'x'.repeat(4097)", u"token too long"_s);
    badToken("a token of 8 MB", "'x'.repeat(8 * 1024 * 1024)", u"token too long"_s);
    ignored("an unknown type", "{ type: 'resize', height: 3 }", u"resize"_s);
    ignored("a type in capitals", "{ type: 'SUCCESS', data: { activation_token: 'forged' } }",
        u"SUCCESS"_s);
    ignored("a type that every object has", "{ type: 'constructor', data: {} }", u"constructor"_s);
    ignored("a type that no object can call", "{ type: '__proto__' }", u"__proto__"_s);
    ignored("an empty type", "{ type: '' }", u"unknown type"_s);
    ignored("a type of 8 MB", "{ type: 't'.repeat(8 * 1024 * 1024) }", QString(64, u't'));
}

void MessageGateTest::stopsOthers()
{
    QFETCH(QByteArray, script);
    QFETCH(Kind, kind);
    QFETCH(QString, note);
    FlowScene scene;
    scene.setScript("/flow", script + "finish('proper-token')");
    scene.open();
    const QStringList expected{u"loaded"_s, u"token:"_s + proper};
    QTRY_COMPARE(scene.events(), expected);
    QTRY_COMPARE(scene.noted(kind, note), 1);
    for (const FlowNote &made : scene.notes())
        QVERIFY(made.text.size() <= 500);
}

void MessageGateTest::stopsSyntheticEvents()
{
    FlowScene scene;
    scene.setScript("/flow", "window.addEventListener('message', () => finish('proper-token'))");
    scene.open();
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    // Right in every way but one: a script made it.
    FlowScene::evaluate(scene.flow().page(),
        uR"(const frame = document.querySelector('iframe');
            window.dispatchEvent(new MessageEvent('message', {
                data: { type: 'success', data: { activation_token: 'forged' } },
                origin: '%1', source: frame.contentWindow }));
            frame.contentWindow.postMessage('go on', '*');)"_s.arg(
            scene.link(scene.server().url()).origin()));
    QTRY_COMPARE(scene.tokens(), QStringList{proper});
    QTRY_COMPARE(scene.noted(Kind::MessageDropped, u"made by a script"_s), 1);
}

void MessageGateTest::stopsNestedFrames()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { const inner = document.createElement('iframe'); inner.src = '/inner';"
        "document.body.append(inner); });"
        "window.addEventListener('message', () => finish('proper-token'));");
    // Of the same origin, so that only the window it comes from gives it away.
    scene.setScript("/inner",
        "top.postMessage({ type: 'success', data: { activation_token: 'forged' } }, '*');"
        "say('done')");
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{proper});
    QTRY_COMPARE(scene.noted(Kind::MessageDropped, u"not from the flow's frame"_s), 1);
}

void MessageGateTest::stopsOtherOrigins()
{
    FlowScene scene;
    scene.setScript("/flow",
        QByteArray("location = location.search.includes('back') ? '/end' : 'http://localhost:")
            + QByteArray::number(scene.server().port()) + "/elsewhere'");
    // The frame is the same, only what it shows is not the link's origin any more.
    scene.setScript("/elsewhere",
        QByteArray("say({ type: 'close' }); finish('forged'); setTimeout(() => { location ="
                   " 'http://127.0.0.1:")
            + QByteArray::number(scene.server().port()) + "/end' }, 100)");
    scene.setScript("/end", "finish('proper-token')");
    scene.open();
    const QStringList expected{u"loaded"_s, u"token:"_s + proper};
    QTRY_COMPARE(scene.events(), expected);
    const QString origin = u"from http://localhost:"_s;
    QTRY_COMPARE(scene.noted(Kind::MessageDropped, u"not from the link's origin, "_s + origin), 2);
}

// A link that leads elsewhere at once has shown a page, but not the flow.
void MessageGateTest::takesNoOtherOriginForTheFlow()
{
    FlowScene scene;
    scene.setResponse(
        "/flow", Response::redirect(scene.server().url(u"/elsewhere"_s, u"localhost"_s)));
    scene.setScript("/elsewhere", "later(() => setTimeout(() => say({ type: 'close' }), 200))");
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::MessageDropped, u"not from the link's origin"_s), 1);
    QCOMPARE(scene.events(), QStringList());
}

void MessageGateTest::stopsWindowsOfTheFlow()
{
    FlowScene scene;
    scene.setScript("/flow",
        "window.open('/popup'); window.addEventListener('message', () => finish('proper-token'))");
    scene.setScript("/popup",
        "opener.parent.postMessage({ type: 'success', data: { activation_token: 'forged' } }, '*');"
        "opener.postMessage('done', '*')");
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{proper});
    QTRY_COMPARE(scene.noted(Kind::MessageDropped, u"not from the flow's frame"_s), 1);
}

void MessageGateTest::endsOnce_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("late");

    QTest::newRow("success and success")
        << QByteArray("finish('first'); finish('second')") << u"token:first"_s << 1;
    QTest::newRow("success and close")
        << QByteArray("finish('first'); say({ type: 'close' })") << u"token:first"_s << 1;
    QTest::newRow("close and close")
        << QByteArray("say({ type: 'close' }); say({ type: 'close' })") << u"closed"_s << 1;
    QTest::newRow("close and success")
        << QByteArray("say({ type: 'close' }); finish('late')") << u"closed"_s << 1;
    QTest::newRow("a hundred times")
        << QByteArray("for (let i = 0; i < 100; ++i) finish('n' + i)") << u"token:n0"_s << 99;
}

void MessageGateTest::endsOnce()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, ending);
    QFETCH(int, late);
    FlowScene scene;
    scene.setScript("/flow", script);
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::MessageIgnored, u"after the end"_s), late);
    const QStringList expected{u"loaded"_s, ending};
    QCOMPARE(scene.events(), expected);
}

void MessageGateTest::survivesNoise_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("mostNotes");

    QTest::newRow("of one unknown type")
        << QByteArray("{ type: 'tick' }") << Kind::MessageIgnored << 20;
    QTest::newRow("of ever new types")
        << QByteArray("{ type: 'tick' + i }") << Kind::MessageIgnored << 80;
    QTest::newRow("of nothing") << QByteArray("null") << Kind::MessageDropped << 20;
    QTest::newRow("of tokens that are none")
        << QByteArray("{ type: 'success', data: { activation_token: i } }") << Kind::MessageDropped
        << 20;
}

void MessageGateTest::survivesNoise()
{
    QFETCH(QByteArray, message);
    QFETCH(Kind, kind);
    QFETCH(int, mostNotes);
    constexpr int noise = 20'000;

    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { for (let i = 0; i < 20000; ++i) say(" + message
            + "); finish('proper-token') })");
    QElapsedTimer sinceTick;
    qint64 longestPause = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this,
        [&] { longestPause = std::max(longestPause, sinceTick.restart()); });
    sinceTick.start();
    ticker.start(10);

    scene.open();
    QTRY_COMPARE_WITH_TIMEOUT(scene.tokens(), QStringList{proper}, 20'000);
    // What goes beyond the different ones that are kept apart is counted as dropped.
    const auto counted = [&] {
        return scene.noted(Kind::MessageDropped) + scene.noted(Kind::MessageIgnored);
    };
    QTRY_COMPARE_WITH_TIMEOUT(counted(), noise, 5000);
    QVERIFY(scene.noted(kind) > 0);
    QVERIFY2(scene.notes().size() < mostNotes, qPrintable(QString::number(scene.notes().size())));
    QVERIFY2(longestPause < 1000, qPrintable(QString::number(longestPause)));
}

void MessageGateTest::tellsWhatItStoppedBeforeThePageGoes_data()
{
    QTest::addColumn<QByteArray>("script");
    const QByteArray leaving = "say({ type: 'noise' }); setTimeout(() => { location = '/end' })";
    QTest::newRow("before anything is up") << leaving;
    QTest::newRow("later") << "later(() => setTimeout(() => { " + leaving + " }, 300))";
}

void MessageGateTest::tellsWhatItStoppedBeforeThePageGoes()
{
    QFETCH(QByteArray, script);
    FlowScene scene;
    scene.setScript("/flow", script);
    scene.setScript("/end", "finish('proper-token')");
    scene.openTopLevel();
    QTRY_COMPARE(scene.tokens(), QStringList{proper});
    QTRY_COMPARE(scene.noted(Kind::MessageIgnored, u"noise"_s), 1);
}

void MessageGateTest::bridgeCannotBeDeletedByThePage()
{
    FlowScene scene;
    scene.setScript("/flow", "window.addEventListener('message', () => finish('proper-token'))");
    scene.open();
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    // Even from the isolated world, where nobody but us is.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Not deleting non-wrapped object"_s));
    FlowScene::evaluate(scene.flow().page(),
        uR"(qt.webChannelTransport.send(JSON.stringify({ type: 6, id: 99, object: 'bridge',
                method: 'deleteLater', args: [] }));
            document.querySelector('iframe').contentWindow.postMessage('go on', '*');)"_s,
        QWebEngineScript::ApplicationWorld);
    QTRY_COMPARE(scene.tokens(), QStringList{proper});
}

void MessageGateTest::hostPageKnowsNothing()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => 0)");
    scene.open();
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    const auto seen = [&scene](const QString &script) {
        return FlowScene::evaluate(scene.flow().page(), script, QWebEngineScript::MainWorld);
    };
    QCOMPARE(seen(u"typeof qt"_s), u"undefined"_s);
    QCOMPARE(seen(u"typeof KomboConnect"_s), u"undefined"_s);
    QCOMPARE(seen(u"document.scripts.length"_s), 0);
    const QString policy = u"document.querySelector('meta[http-equiv=Content-Security-Policy]')"_s;
    QCOMPARE(seen(policy + u".content"_s),
        u"default-src 'none'; base-uri 'none'; form-action 'none'; "
        "frame-src https: http://127.0.0.1:* http://localhost:*"_s);
    QCOMPARE(seen(u"window.isSecureContext"_s), true);
    QCOMPARE(seen(u"location.href"_s), u"https://connect-desk.invalid/"_s);
}

DESK_TEST_MAIN(QApplication, MessageGateTest)
#include "tst_messagegate.moc"
