// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "export/copyas.h"

#include "core/redactor.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class CopyAsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void namesEachForm();
    void holdsNoSecret_data();
    void holdsNoSecret();
    void keepsTheNoteOfWhatIsMissing_data();
    void keepsTheNoteOfWhatIsMissing();

    void sendsTheSameFromTheShell_data();
    void sendsTheSameFromTheShell();
    void sendsTheSameFromPowerShell_data();
    void sendsTheSameFromPowerShell();
    void sendsTheSameFromPython_data();
    void sendsTheSameFromPython();
    void sendsTheSameByFetch_data();
    void sendsTheSameByFetch();

    void takesAnyKeyFromTheEnvironment_data();
    void takesAnyKeyFromTheEnvironment();
    void passesNoSecretAsArgument();
    void sendsNothingWithoutItsVariables_data();
    void sendsNothingWithoutItsVariables();
    void encodesTheTokenWhereItCan_data();
    void encodesTheTokenWhereItCan();
    void leavesOutBodiesNoShellCanHold_data();
    void leavesOutBodiesNoShellCanHold();

    void isAsciiForPowerShell();
    void showsWhatCannotBeSeen_data();
    void showsWhatCannotBeSeen();

    void callsTheSdk_data();
    void callsTheSdk();
    void fallsBackToFetch_data();
    void fallsBackToFetch();

private:
    struct Outcome {
        int exitCode = -1;
        QByteArray output;
        QByteArray error;
    };

    Outcome run(const QString &program, const QStringList &arguments,
        const QByteArray &input = QByteArray());
    Outcome runShell(const Exchange &exchange);
    Outcome runPowerShell(const Exchange &exchange);
    //! What a script of Python or Node printed: one JSON object.
    QJsonObject printedBy(const QString &program, const QString &script, const QByteArray &text);
    QJsonObject printedByPython(const Exchange &exchange);
    QJsonObject printedByNode(const Exchange &exchange);
    QString written(const QString &name, const QByteArray &text);
    Exchange atServer(const Exchange &exchange) const;
    void compareWithArrived(const Exchange &exchange);
    QStringList leftBehind() const;

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_key;
    QByteArray m_token;
};

namespace {

const QLatin1StringView defaultKey = "key-T0p/S3cret+9"_L1;
const QLatin1StringView defaultToken = "t0ken%2Fof%3Athe%20flow"_L1; // encoded already

// Stands for the server's address in a row, because rows are made before the server.
constexpr auto serverMark = "http://server"_L1;

HttpHeaders usualHeaders()
{
    return {
        {"User-Agent", "ConnectDesk/1.2.3"},
        {"Accept", "application/json"},
        {"Authorization", "Bearer [redacted]"},
    };
}

Exchange exchangeOf(const QByteArray &method, const QString &path, const QByteArray &body = {})
{
    Exchange exchange;
    exchange.endpoint = u"somethingElse"_s;
    exchange.method = method;
    exchange.url = serverMark + path;
    exchange.requestHeaders = usualHeaders();
    if (!body.isEmpty())
        exchange.requestHeaders += HttpHeaders{{"Content-Type", "application/json"}};
    exchange.requestBody = body;
    exchange.status = 200;
    return exchange;
}

Exchange createLink(const QString &organization)
{
    const QJsonObject body{{u"end_user_organization_name"_s, organization}};
    Exchange exchange = exchangeOf(
        "POST", u"/v1/connect/create-link"_s, QJsonDocument(body).toJson(QJsonDocument::Compact));
    exchange.endpoint = u"createConnectionLink"_s;
    return exchange;
}

Exchange withHeaders(Exchange exchange, const HttpHeaders &headers)
{
    exchange.requestHeaders = headers;
    return exchange;
}

void addOrganizations()
{
    const auto add = [](const char *kind, const QString &name) {
        QTest::addRow("an organization's name with %s", kind) << createLink(name);
    };
    add("accents, markup and emoji", u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s);
    add("an end of single quotes", u"'; touch injected; '"_s);
    add("an end of double quotes", u"\"; touch injected; \""_s);
    add("a command", u"$(touch injected)"_s);
    add("backticks", u"`touch injected`"_s);
    add("variables", u"${HOME} $HOME %HOME% $env:HOME $($HOME)"_s);
    add("percent signs", u"100% %s %n %% %d"_s);
    add("line breaks and a tab", u"two\nlines\r\nand\ttab"_s);
    add("exclamation marks", u"Yahoo! !! !$ !touch"_s);
    add("backslashes", u"back\\slash \\n \\' \\\" \\\\"_s);
    add("an at sign", u"@injected"_s);
    add("comments", u"# comment // /* */ <# #>"_s);
    add("typographic quotation marks", u"‘typographic’ ‚single‛ “double” „low‟"_s);
    add("patterns and operators", u"{a,b} [1-3] * ? ~ |& > injected"_s);
    add("what reorders and hides", u"\u202Ereordered\u2066 \u200Bhidden \u00A0 \u2028 \uFEFF"_s);
    add("control characters", u"\x01\x1b[31m\x7f\u0085"_s);
    add("nothing but a blank", u" "_s);
    add("what is no character", u"\uFFFD\uFFFE e\u0301"_s);
}

void addRequests()
{
    const QByteArray body = R"({"value":true})";
    QTest::newRow("GET") << exchangeOf("GET", u"/v1/check-api-key"_s);
    QTest::newRow("POST") << exchangeOf("POST", u"/v1/force-sync"_s, body);
    QTest::newRow("POST without a body") << exchangeOf("POST", u"/v1/force-sync"_s);
    QTest::newRow("PUT") << exchangeOf("PUT", u"/v1/x"_s, body);
    QTest::newRow("PUT without a body") << exchangeOf("PUT", u"/v1/x"_s);
    QTest::newRow("PATCH") << exchangeOf("PATCH", u"/v1/x"_s, body);
    QTest::newRow("DELETE") << exchangeOf("DELETE", u"/v1/x"_s);
    QTest::newRow("DELETE with a body") << exchangeOf("DELETE", u"/v1/x"_s, "{}");
    QTest::newRow("encoded slashes, colons and a query")
        << exchangeOf("GET", u"/v1/a%2Fb/personio%3Aabc?cursor=a%2Fb%3D%26+c&page_size=100&x"_s);
    QTest::newRow("a token") << exchangeOf("GET", u"/v1/connect/integration-by-token/[redacted]"_s);
    QTest::newRow("a token in the middle, brackets encoded")
        << exchangeOf("GET", u"/v1/%5Bredacted%5D/it's?x=%22"_s);
    QTest::newRow("two tokens") << exchangeOf("GET", u"/[redacted]/x%5bredacted%5dy"_s);
}

void addHeaders()
{
    const Exchange get = exchangeOf("GET", u"/v1/x"_s);
    const Exchange post = exchangeOf("POST", u"/v1/x"_s, R"({"a":"ü"})");
    const HttpHeaders agent{{"User-Agent", "a"}, {"Accept", "b"}};
    QTest::newRow("a header of the endpoint") << withHeaders(
        post, post.requestHeaders + HttpHeaders{{"X-Integration-Id", "personio:a'b\"c\\d$(e)"}});
    QTest::newRow("no key") << withHeaders(get, agent);
    QTest::newRow("headers every client writes") << withHeaders(post,
        post.requestHeaders
            + HttpHeaders{{"Host", "elsewhere.example"}, {"content-length", "99"},
                {"Connection", "close"}, {"Expect", "100-continue"},
                {"Transfer-Encoding", "chunked"}});
    QTest::newRow("headers that cannot have been sent") << withHeaders(get,
        get.requestHeaders
            + HttpHeaders{{"X-A", "1\r\nX-B: 2"}, {"X-C\n", "3"}, {"@injected", "4"}, {"X D", "5"},
                {"", "6"}});
}

// Only curl can be told to keep its own headers to itself.
void addSilence()
{
    const Exchange get = exchangeOf("GET", u"/v1/x"_s);
    const Exchange post = exchangeOf("POST", u"/v1/x"_s, "a=b");
    QTest::newRow("no headers at all") << withHeaders(get, {});
    QTest::newRow("no headers at all, with a body") << withHeaders(post, {});
    QTest::newRow("an empty header")
        << withHeaders(get, get.requestHeaders + HttpHeaders{{"X-Empty", ""}});
    QTest::newRow("wanting it packed")
        << withHeaders(get, get.requestHeaders + HttpHeaders{{"Accept-Encoding", "gzip"}});
    QTest::newRow("a body that looks like a file's name")
        << exchangeOf("POST", u"/v1/x"_s, "@/dev/null");
    QTest::newRow("a body with a line break at its end")
        << exchangeOf("POST", u"/v1/x"_s, "{}\n\n");
    QTest::newRow("dots, braces and brackets in the path")
        << exchangeOf("GET", u"/v1/./a/../{b,c}/[1-3]"_s);
    QTest::newRow("a big body") << exchangeOf(
        "POST", u"/v1/x"_s, '"' + QByteArray(60'000, 'x') + '"');
}

QByteArray expectedValue(const QByteArray &name, const QByteArray &value, const QByteArray &key)
{
    return name == "Authorization" ? "Bearer " + key : value;
}

// "name: value" of those headers that a test is about, sorted.
QByteArrayList comparable(const HttpHeaders &headers, const QByteArray &key)
{
    static const QList<QByteArray> framing{"host", "content-length", "connection",
        "transfer-encoding", "expect", "x-a", "x-c\n", "@injected", "x d", ""};
    QByteArrayList lines;
    for (const auto &[name, value] : headers) {
        if (!framing.contains(name.toLower()))
            lines.append(name.toLower() + ": " + expectedValue(name, value, key));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

QByteArrayList comparable(const Headers &headers)
{
    QByteArrayList lines;
    for (const auto &[name, value] : headers) {
        if (name.toLower() != "host" && name.toLower() != "content-length")
            lines.append(name.toLower() + ": " + value);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

QByteArrayList comparable(const QJsonObject &headers)
{
    QByteArrayList lines;
    for (auto it = headers.constBegin(); it != headers.constEnd(); ++it)
        lines.append(it.key().toLower().toUtf8() + ": " + it.value().toString().toUtf8());
    std::sort(lines.begin(), lines.end());
    return lines;
}

QString withToken(QString url, const QByteArray &token)
{
    static const QRegularExpression mask(
        u"(\\[|%5B)redacted(\\]|%5D)"_s, QRegularExpression::CaseInsensitiveOption);
    return url.replace(mask, QString::fromLatin1(token));
}

// The little of PowerShell that the form uses, so that its literals are put to the test without
// one: single-quoted strings, joined by plus, and three expressions.
class PowerShellLine {
public:
    PowerShellLine(const QString &line, const QByteArray &key, const QByteArray &token)
        : m_rest(line.trimmed())
        , m_key(QString::fromLatin1(key))
        , m_token(QString::fromLatin1(QByteArray::fromPercentEncoding(token)))
    {
    }

    //! Nothing if the line is not understood.
    std::optional<QString> evaluated()
    {
        QString result;
        do {
            const std::optional<QString> operand = takeOperand();
            if (!operand)
                return std::nullopt;
            result += *operand;
        } while (take(u" + "_s));
        return m_rest.isEmpty() ? std::optional(result) : std::nullopt;
    }

private:
    bool take(const QString &text)
    {
        if (!m_rest.startsWith(text))
            return false;
        m_rest.remove(0, text.size());
        return true;
    }

    std::optional<QString> takeOperand()
    {
        if (take(u"[uri]::EscapeDataString($env:CONNECT_DESK_TOKEN)"_s))
            return QString::fromLatin1(QUrl::toPercentEncoding(m_token));
        if (take(uR"($env:CONNECT_DESK_API_KEY.Replace('\', '\\').Replace('"', '\"'))"_s))
            return QString(m_key).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        if (!take(u"[regex]::Unescape("_s))
            return takeString();
        std::optional<QString> text = takeString();
        if (!text || !take(u")"_s))
            return std::nullopt;
        return unescaped(*text);
    }

    std::optional<QString> takeString()
    {
        if (!take(u"'"_s))
            return std::nullopt;
        QString text;
        qsizetype i = 0;
        for (; i < m_rest.size(); ++i) {
            // Any of these ends the string, unless it stands twice.
            if (!u"'\u2018\u2019\u201A\u201B"_s.contains(m_rest.at(i))) {
                text += m_rest.at(i);
            } else if (i + 1 < m_rest.size() && m_rest.at(i) == m_rest.at(i + 1)) {
                text += m_rest.at(i++);
            } else {
                break;
            }
        }
        if (i == m_rest.size())
            return std::nullopt;
        m_rest.remove(0, i + 1);
        return text;
    }

    static QString unescaped(const QString &text)
    {
        QString result;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) != u'\\') {
                result += text.at(i);
            } else if (text.at(i + 1) == u'u') {
                result += QChar(text.sliced(i + 2, 4).toUShort(nullptr, 16));
                i += 5;
            } else {
                result += text.at(++i);
            }
        }
        return result;
    }

    QString m_rest;
    QString m_key;
    QString m_token;
};

constexpr auto pythonStub = R"(import json

class Response:
    status_code = 0
    text = ""

def request(method, url, headers, data=b"", allow_redirects=True, timeout=None):
    plain = {k: v if isinstance(v, str) else v.decode() for k, v in headers.items()}
    assert isinstance(data, bytes) and not allow_redirects and timeout
    print(json.dumps({"method": method, "url": url, "headers": plain, "body": data.hex()}))
    raise SystemExit
)";

constexpr auto fetchStub = R"(globalThis.fetch = async (url, init) => {
    const body = Buffer.from(init.body ?? "").toString("hex");
    console.log(JSON.stringify({ url, method: init.method, headers: init.headers, body, redirect: init.redirect }));
    process.exit();
};
)";

constexpr auto sdkStub =
    R"(const group = (path) => new Proxy({}, { get: (_, name) => (...args) => {
    console.log(JSON.stringify({ options, call: path + "." + name, args }));
    process.exit();
} });
let options;
export class Kombo {
    constructor(given) { options = given; }
    connect = group("connect");
    general = group("general");
}
)";

// The system's own first: one in front of it on the path may be a wrapper that takes its time.
QString python()
{
    const QString system = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
    return system.isEmpty() ? QStandardPaths::findExecutable(u"python3"_s) : system;
}

void addForms()
{
    QTest::addColumn<CopyForm>("form");
    QTest::newRow("cURL for POSIX shells") << CopyForm::CurlPosix;
    QTest::newRow("cURL for PowerShell") << CopyForm::CurlPowerShell;
    QTest::newRow("Python") << CopyForm::Python;
    QTest::newRow("TypeScript") << CopyForm::TypeScript;
}

} // namespace

void CopyAsTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([](const Request &) { return Response::json("{}"); });
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_key = QByteArray(defaultKey.data());
    m_token = QByteArray(defaultToken.data());
}

CopyAsTest::Outcome CopyAsTest::run(
    const QString &program, const QStringList &arguments, const QByteArray &input)
{
    // Neither a proxy nor a file of the caller's own may have a say.
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PYTHONPATH"_s, m_folder->path());
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    if (!m_key.isNull())
        environment.insert(u"CONNECT_DESK_API_KEY"_s, QString::fromLatin1(m_key));
    if (!m_token.isNull())
        environment.insert(u"CONNECT_DESK_TOKEN"_s, QString::fromLatin1(m_token));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!finished.wait(20'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

CopyAsTest::Outcome CopyAsTest::runShell(const Exchange &exchange)
{
    return run(u"sh"_s, {u"-c"_s, copyAs(atServer(exchange), CopyForm::CurlPosix)});
}

CopyAsTest::Outcome CopyAsTest::runPowerShell(const Exchange &exchange)
{
    static const QRegularExpression script(
        u"\n    @\\(\n(.*)\n    \\) \\| curl\\.exe ((?:--[a-z0-9.-]+ )+)--config -\n\\}\n$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match =
        script.match(copyAs(atServer(exchange), CopyForm::CurlPowerShell));
    if (!match.hasMatch())
        return {};
    QString config;
    const QStringList lines = match.captured(1).split(u'\n');
    for (const QString &line : lines) {
        const std::optional<QString> evaluated = PowerShellLine(line, m_key, m_token).evaluated();
        if (!evaluated)
            return {};
        // Version 5 ends its lines as Windows does.
        config += *evaluated + u"\r\n"_s;
    }
    // As on a console in UTF-8.
    config.prepend(u'\uFEFF');
    return run(u"curl"_s,
        match.captured(2).split(u' ', Qt::SkipEmptyParts) + QStringList{u"--config"_s, u"-"_s},
        config.toUtf8());
}

QJsonObject CopyAsTest::printedBy(
    const QString &program, const QString &script, const QByteArray &text)
{
    const Outcome outcome = run(program, {written(script, text)});
    if (outcome.exitCode != 0)
        qInfo("%s", outcome.error.constData());
    return QJsonDocument::fromJson(outcome.output).object();
}

QJsonObject CopyAsTest::printedByPython(const Exchange &exchange)
{
    written(u"requests.py"_s, pythonStub);
    return printedBy(python(), u"copied.py"_s, copyAs(exchange, CopyForm::Python).toUtf8());
}

QJsonObject CopyAsTest::printedByNode(const Exchange &exchange)
{
    const QString package = u"node_modules/@kombo-api/sdk/"_s;
    written(package + u"index.mjs"_s, sdkStub);
    written(package + u"package.json"_s, R"({"name": "@kombo-api/sdk", "exports": "./index.mjs"})");
    const QByteArray text = copyAs(exchange, CopyForm::TypeScript).toUtf8();
    return printedBy(u"node"_s, u"copied.mjs"_s, fetchStub + text);
}

QString CopyAsTest::written(const QString &name, const QByteArray &text)
{
    QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("a test file cannot be written");
    return path;
}

Exchange CopyAsTest::atServer(const Exchange &exchange) const
{
    Exchange moved = exchange;
    moved.url.replace(serverMark, m_server->url().toString());
    return moved;
}

void CopyAsTest::compareWithArrived(const Exchange &exchange)
{
    QCOMPARE(m_server->requests().size(), 1);
    const Request &arrived = m_server->requests().first();
    QCOMPARE(arrived.method, exchange.method);
    QCOMPARE(QString::fromUtf8(arrived.target),
        withToken(exchange.url.sliced(serverMark.size()), m_token));
    QCOMPARE(comparable(arrived.headers), comparable(exchange.requestHeaders, m_key));
    QCOMPARE(arrived.body, exchange.requestBody);
    const bool isLong = !exchange.requestBody.isEmpty()
        || QByteArrayList{"POST", "PUT", "PATCH"}.contains(exchange.method);
    QCOMPARE(arrived.header("Content-Length"),
        isLong ? QByteArray::number(exchange.requestBody.size()) : QByteArray());
    QCOMPARE(leftBehind(), QStringList());
}

QStringList CopyAsTest::leftBehind() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void CopyAsTest::namesEachForm()
{
    QStringList names;
    for (const CopyForm form :
        {CopyForm::CurlPosix, CopyForm::CurlPowerShell, CopyForm::Python, CopyForm::TypeScript}) {
        names.append(copyFormName(form));
    }
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.removeDuplicates(), 0);
}

void CopyAsTest::holdsNoSecret_data()
{
    addForms();
}

void CopyAsTest::holdsNoSecret()
{
    QFETCH(CopyForm, form);
    Redactor redactor;
    redactor.addSecret(Secret(defaultKey));
    redactor.addSecret(Secret(u"the/token:itself"_s));
    const auto redacted = [&redactor](const QString &text) { return redactor.redacted(text); };
    for (const QString &endpoint : {u"getIntegrationByToken"_s, u"somethingElse"_s}) {
        Exchange exchange = exchangeOf("GET", u"/v1"_s);
        exchange.endpoint = endpoint;
        exchange.url += redacted(u"/connect/integration-by-token/the%2Ftoken%3Aitself"_s);
        exchange.requestBody =
            redacted(u"{\"x\":\"%1 the/token:itself\"}"_s.arg(defaultKey)).toUtf8();
        exchange.requestHeaders = {
            {"authorization", QByteArray("Bearer ") + defaultKey.data()}, // forgotten
            {"X-Other", redacted(u"Bearer "_s + defaultKey).toUtf8()},
        };
        for (const bool hasBody : {true, false}) {
            if (!hasBody)
                exchange.requestBody.clear();
            const QString text = copyAs(exchange, form);
            QVERIFY2(!text.contains(u"S3cret"_s), qPrintable(text));
            QVERIFY2(!text.contains(u"token:itself"_s), qPrintable(text));
            QVERIFY2(!text.contains(u"token%3Aitself"_s), qPrintable(text));
            QVERIFY(text.contains(u"CONNECT_DESK_API_KEY"_s));
            QVERIFY(text.contains(u"CONNECT_DESK_TOKEN"_s));
        }
    }
}

void CopyAsTest::keepsTheNoteOfWhatIsMissing_data()
{
    addForms();
}

void CopyAsTest::keepsTheNoteOfWhatIsMissing()
{
    QFETCH(CopyForm, form);
    const QString note = u"[redacted] stands where a secret was taken out"_s;
    QVERIFY(copyAs(createLink(u"about [redacted]"_s), form).contains(note));
    Exchange exchange = createLink(u"x"_s);
    QVERIFY(!copyAs(exchange, form).contains(note));
    exchange.requestHeaders += HttpHeaders{{"X-Other", "[redacted]"}};
    exchange.endpoint.clear(); // the SDK sends no such header
    QVERIFY(copyAs(exchange, form).contains(note));
}

void CopyAsTest::sendsTheSameFromTheShell_data()
{
    QTest::addColumn<Exchange>("exchange");
    addOrganizations();
    addRequests();
    addHeaders();
    addSilence();
}

void CopyAsTest::sendsTheSameFromTheShell()
{
    QFETCH(Exchange, exchange);
    const Outcome outcome = runShell(exchange);
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
    QCOMPARE(outcome.output, "{}");
    compareWithArrived(exchange);
}

void CopyAsTest::sendsTheSameFromPowerShell_data()
{
    sendsTheSameFromTheShell_data();
}

void CopyAsTest::sendsTheSameFromPowerShell()
{
    QFETCH(Exchange, exchange);
    const Outcome outcome = runPowerShell(exchange);
    QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
    compareWithArrived(exchange);
}

void CopyAsTest::sendsTheSameFromPython_data()
{
    QTest::addColumn<Exchange>("exchange");
    addOrganizations();
    addRequests();
    addHeaders();
    QTest::newRow("a body that is not text") << exchangeOf("POST", u"/x"_s, "\xFF\xFE\"'\\");
    QTest::newRow("a zero character") << exchangeOf("POST", u"/x"_s, QByteArray("a\0b", 3));
}

void CopyAsTest::sendsTheSameFromPython()
{
    QFETCH(Exchange, exchange);
    if (python().isEmpty())
        QSKIP("python3 is not installed, so nothing here can read Python");
    const QJsonObject sent = printedByPython(exchange);
    QCOMPARE(sent.value("method"_L1).toString().toLatin1(), exchange.method);
    const QByteArray token = QUrl::toPercentEncoding(QString::fromLatin1(m_token));
    QCOMPARE(sent.value("url"_L1).toString(), withToken(exchange.url, token));
    QCOMPARE(comparable(sent.value("headers"_L1).toObject()),
        comparable(exchange.requestHeaders, m_key));
    QCOMPARE(
        QByteArray::fromHex(sent.value("body"_L1).toString().toLatin1()), exchange.requestBody);
}

void CopyAsTest::sendsTheSameByFetch_data()
{
    sendsTheSameFromPython_data();
}

void CopyAsTest::sendsTheSameByFetch()
{
    QFETCH(Exchange, exchange);
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        QSKIP("node is not installed, so nothing here can read JavaScript");
    exchange.endpoint = u"somethingElse"_s;
    const QJsonObject sent = printedByNode(exchange);
    QCOMPARE(sent.value("method"_L1).toString().toLatin1(), exchange.method);
    const QByteArray token = QUrl::toPercentEncoding(QString::fromLatin1(m_token));
    QCOMPARE(sent.value("url"_L1).toString(), withToken(exchange.url, token));
    QCOMPARE(comparable(sent.value("headers"_L1).toObject()),
        comparable(exchange.requestHeaders, m_key));
    QCOMPARE(
        QByteArray::fromHex(sent.value("body"_L1).toString().toLatin1()), exchange.requestBody);
    QCOMPARE(sent.value("redirect"_L1), QJsonValue(u"manual"_s));
}

void CopyAsTest::takesAnyKeyFromTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("quotation marks") << QByteArray(R"(a"b'c"d)");
    QTest::newRow("backslashes") << QByteArray(R"(a\b\\c\n\")");
    QTest::newRow("what shells expand") << QByteArray("$(touch${IFS}injected)`touch`*?~$HOME!");
    QTest::newRow("what printf expands") << QByteArray("%s%n%d%%");
    QTest::newRow("what sed expands") << QByteArray(R"(&/\1\&)");
}

void CopyAsTest::takesAnyKeyFromTheEnvironment()
{
    QFETCH(QByteArray, key);
    m_key = key;
    const Exchange exchange = exchangeOf("GET", u"/v1/check-api-key"_s);
    QCOMPARE(runShell(exchange).exitCode, 0);
    compareWithArrived(exchange);
    QCOMPARE(runPowerShell(exchange).exitCode, 0);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests().last().header("Authorization"), "Bearer " + key);
}

// A curl of our own writes down its arguments.
void CopyAsTest::passesNoSecretAsArgument()
{
    const QString path = written(u"bin/curl"_s, "#!/bin/sh\nprintf '%s\\n' \"$@\"\ncat\n");
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    const Exchange exchange = exchangeOf("GET", u"/v1/connect/integration-by-token/[redacted]"_s);
    const QString script = u"PATH=\"$PWD/bin:$PATH\"\n"_s + copyAs(exchange, CopyForm::CurlPosix);
    const Outcome outcome = run(u"sh"_s, {u"-c"_s, script});
    const qsizetype input = outcome.output.indexOf("header = ");
    QVERIFY(input > 0);
    QVERIFY(!outcome.output.first(input).contains(m_key));
    QVERIFY(!outcome.output.first(input).contains(m_token));
    QVERIFY(outcome.output.sliced(input).contains(m_key));
    QVERIFY(outcome.output.sliced(input).contains(m_token));
}

void CopyAsTest::sendsNothingWithoutItsVariables_data()
{
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<QString>("named");
    QTest::newRow("without the key") << false << u"CONNECT_DESK_API_KEY"_s;
    QTest::newRow("without the token") << true << u"CONNECT_DESK_TOKEN"_s;
}

void CopyAsTest::sendsNothingWithoutItsVariables()
{
    QFETCH(bool, hasKey);
    QFETCH(QString, named);
    (hasKey ? m_token : m_key) = QByteArray();
    const Exchange exchange = exchangeOf("GET", u"/v1/connect/integration-by-token/[redacted]"_s);
    const Outcome outcome = runShell(exchange);
    QVERIFY(outcome.exitCode > 0);
    QVERIFY(outcome.error.contains(named.toLatin1()));
    QCOMPARE(m_server->requests().size(), 0);
    QVERIFY(copyAs(exchange, CopyForm::CurlPowerShell)
                .contains(u"if (-not $env:%1) { throw '%1 is not set' }"_s.arg(named)));
    QVERIFY(copyAs(exchange, CopyForm::Python).contains(u"os.environ[\"%1\"]"_s.arg(named)));
    QVERIFY(copyAs(exchange, CopyForm::TypeScript)
                .contains(u"throw new Error(\"%1 is not set\")"_s.arg(named)));
}

void CopyAsTest::encodesTheTokenWhereItCan_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("piece");
    QTest::newRow("a shell cannot, so it says so")
        << CopyForm::CurlPosix
        << u"${CONNECT_DESK_TOKEN:?has to hold the token, percent-encoded}"_s;
    QTest::newRow("PowerShell") << CopyForm::CurlPowerShell
                                << u"[uri]::EscapeDataString($env:CONNECT_DESK_TOKEN)"_s;
    QTest::newRow("Python") << CopyForm::Python
                            << u"quote(os.environ[\"CONNECT_DESK_TOKEN\"], safe=\"\")"_s;
    QTest::newRow("TypeScript") << CopyForm::TypeScript << u"encodeURIComponent(token)"_s;
}

void CopyAsTest::encodesTheTokenWhereItCan()
{
    QFETCH(CopyForm, form);
    QFETCH(QString, piece);
    QVERIFY(copyAs(exchangeOf("GET", u"/x/[redacted]"_s), form).contains(piece));
    QVERIFY(!copyAs(exchangeOf("GET", u"/x"_s), form).contains(u"CONNECT_DESK_TOKEN"_s));
}

void CopyAsTest::leavesOutBodiesNoShellCanHold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE");
    QTest::newRow("a zero character") << QByteArray("a\0b", 3);
}

void CopyAsTest::leavesOutBodiesNoShellCanHold()
{
    QFETCH(QByteArray, body);
    const Exchange exchange = exchangeOf("POST", u"/v1/x"_s, body);
    for (const CopyForm form : {CopyForm::CurlPosix, CopyForm::CurlPowerShell})
        QVERIFY(copyAs(exchange, form).contains(u"the body is not text and was left out"_s));
    QCOMPARE(runShell(exchange).exitCode, 0);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().body, QByteArray());
}

void CopyAsTest::isAsciiForPowerShell()
{
    const QString text = copyAs(createLink(u"Müller ‘株式会社’ 🚀"_s), CopyForm::CurlPowerShell);
    QVERIFY(std::all_of(text.cbegin(), text.cend(), [](QChar character) {
        return character == u'\n' || (character >= u' ' && character <= u'~');
    }));
}

void CopyAsTest::showsWhatCannotBeSeen_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("escape");
    QTest::newRow("Python") << CopyForm::Python << u"\\u202ex\\U000e0001"_s;
    QTest::newRow("TypeScript") << CopyForm::TypeScript << u"\\u202ex\\u{e0001}"_s;
}

void CopyAsTest::showsWhatCannotBeSeen()
{
    QFETCH(CopyForm, form);
    QFETCH(QString, escape);
    const QString text = copyAs(createLink(u"ü \u202Ex\U000E0001"_s), form);
    QVERIFY2(text.contains(u"ü "_s + escape), qPrintable(text));
}

void CopyAsTest::callsTheSdk_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QByteArray>("argument"); // JSON; empty: none
    const auto add = [](const char *endpoint, const char *method, const QString &path,
                         const char *body, const char *group, const char *argument) {
        QTest::newRow(endpoint) << QString::fromLatin1(endpoint) << QByteArray(method) << path
                                << QByteArray(body)
                                << QString::fromLatin1(group) + u'.' + QString::fromLatin1(endpoint)
                                << QByteArray(argument);
    };
    add("checkApiKey", "GET", u"/check-api-key"_s, "", "general", "");
    add("createConnectionLink", "POST", u"/connect/create-link"_s,
        R"({"end_user_organization_name":"Müller \"Ost\"","enable_filtering":false,"language":null})",
        "connect",
        R"({"end_user_organization_name":"Müller \"Ost\"","enable_filtering":false,"language":null})");
    add("getIntegrationByToken", "GET", u"/connect/integration-by-token/[redacted]"_s, "",
        "connect", R"({"token":"t0ken%2Fof%3Athe%20flow"})");
    add("getTools", "GET", u"/tools/hris"_s, "", "general", R"({"category":"hris"})");
    add("getIntegrationDetails", "GET", u"/integrations/personio%3Aa%2Fb"_s, "", "general",
        R"({"integration_id":"personio:a/b"})");
    add("deleteIntegration", "DELETE", u"/integrations/personio%3Aa"_s, "{}", "general",
        R"({"integration_id":"personio:a","body":{}})");
    add("setIntegrationEnabled", "PUT", u"/integrations/a/enabled"_s, R"({"value":true})",
        "general", R"({"integration_id":"a","body":{"value":true}})");
    add("createReconnectionLink", "POST", u"/integrations/a/relink"_s, R"({"language":"de"})",
        "general", R"({"integration_id":"a","body":{"language":"de"}})");
    add("createSetupLink", "POST", u"/integrations/a/setup-link"_s, R"({"link_type":"EMBEDDED"})",
        "general", R"({"integration_id":"a","body":{"link_type":"EMBEDDED"}})");
    add("triggerSync", "POST", u"/force-sync"_s, R"({"type":"DELTA"})", "general",
        R"({"type":"DELTA"})");
    add("getIntegrationFields", "GET",
        u"/integrations/a/integration-fields?cursor=x%2By&page_size=2000"_s, "", "general",
        R"({"integration_id":"a","cursor":"x+y","page_size":2000})");
    add("updateIntegrationField", "PATCH", u"/integrations/a/integration-fields/b"_s,
        R"({"enable_passthrough":null})", "general",
        R"({"integration_id":"a","integration_field_id":"b","body":{"enable_passthrough":null}})");
    add("getCustomFields", "GET", u"/integrations/a/custom-fields"_s, "", "general",
        R"({"integration_id":"a"})");
    add("updateCustomFieldMapping", "PUT", u"/integrations/a/custom-fields/c%3Ad"_s,
        R"({"integration_field_id":"x","__proto__":{"a":[1,2.5,{"b c":[]}]}})", "general",
        R"({"integration_id":"a","custom_field_id":"c:d",
            "body":{"integration_field_id":"x","__proto__":{"a":[1,2.5,{"b c":[]}]}}})");
}

void CopyAsTest::callsTheSdk()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, call);
    QFETCH(QByteArray, argument);
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        QSKIP("node is not installed, so nothing here can read JavaScript");
    Exchange exchange = exchangeOf(method, u"/base/v1"_s + path, body);
    exchange.endpoint = endpoint;
    if (endpoint == "triggerSync"_L1)
        exchange.requestHeaders += HttpHeaders{{"X-Integration-Id", "personio:a"}};
    const QJsonObject sent = printedByNode(exchange);

    QCOMPARE(sent.value("call"_L1).toString(), call);
    const QJsonArray arguments = sent.value("args"_L1).toArray();
    QCOMPARE(arguments.size(), argument.isEmpty() ? 0 : 1);
    QCOMPARE(arguments.first().toObject(), QJsonDocument::fromJson(argument).object());
    QJsonObject options{{u"server_url"_s, u"http://server/base/v1"_s},
        {u"api_key"_s, QString(defaultKey)}, {u"user_agent"_s, u"ConnectDesk/1.2.3"_s}};
    if (endpoint == "triggerSync"_L1)
        options.insert(u"integration_id"_s, u"personio:a"_s);
    QCOMPARE(sent.value("options"_L1).toObject(), options);
}

void CopyAsTest::fallsBackToFetch_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<Exchange>("exchange");
    QTest::newRow("an unknown endpoint") << u"listUnicorns"_s << exchangeOf("GET", u"/v1/x"_s);
    QTest::newRow("no endpoint") << QString() << exchangeOf("GET", u"/v1/check-api-key"_s);
    QTest::newRow("another method")
        << u"checkApiKey"_s << exchangeOf("POST", u"/v1/check-api-key"_s);
    QTest::newRow("another path") << u"checkApiKey"_s << exchangeOf("GET", u"/v1/check-key"_s);
    QTest::newRow("a path that is longer")
        << u"checkApiKey"_s << exchangeOf("GET", u"/v1/check-api-key/x"_s);
    QTest::newRow("an empty parameter") << u"getTools"_s << exchangeOf("GET", u"/v1/tools/"_s);
    QTest::newRow("a query of the base URL")
        << u"checkApiKey"_s << exchangeOf("GET", u"/v1/check-api-key?tenant=a"_s);
    QTest::newRow("a page size that is no number")
        << u"getCustomFields"_s
        << exchangeOf("GET", u"/v1/integrations/a/custom-fields?page_size=many"_s);
    QTest::newRow("a token in the base URL")
        << u"checkApiKey"_s << exchangeOf("GET", u"/[redacted]/check-api-key"_s);
    QTest::newRow("half a token") << u"getIntegrationByToken"_s
                                  << exchangeOf(
                                         "GET", u"/v1/connect/integration-by-token/a[redacted]"_s);
    QTest::newRow("a body missing")
        << u"deleteIntegration"_s << exchangeOf("DELETE", u"/v1/integrations/a"_s);
    QTest::newRow("a body that is no object")
        << u"triggerSync"_s << exchangeOf("POST", u"/v1/force-sync"_s, "[]");
    QTest::newRow("a body that is cut")
        << u"triggerSync"_s << exchangeOf("POST", u"/v1/force-sync"_s, R"({"type")");
}

void CopyAsTest::fallsBackToFetch()
{
    QFETCH(QString, endpoint);
    QFETCH(Exchange, exchange);
    exchange.endpoint = endpoint;
    const QString text = copyAs(exchange, CopyForm::TypeScript);
    QVERIFY2(text.contains(u"await fetch("_s), qPrintable(text));
    QVERIFY(!text.contains(u"@kombo-api/sdk"_s));
    exchange.endpoint = u"somethingElse"_s;
    QCOMPARE(text, copyAs(exchange, CopyForm::TypeScript));
}

QTEST_GUILESS_MAIN(CopyAsTest)
#include "tst_copyas.moc"
