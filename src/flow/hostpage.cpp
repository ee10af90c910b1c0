// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "hostpage.h"

#include "core/connectlink.h"
#include "gate/framesources.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWebEngineScript>

using namespace Qt::StringLiterals;

namespace desk::HostPage {

namespace {

// The type of the message that says a document is there; the gate keeps it for itself.
const QString presence = u"connect-desk:present"_s;

QString resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Missing resource %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QString ours(const QString &name)
{
    return resource(u":/connect-desk/flow/"_s + name);
}

QString withFrameSources(const QString &sources)
{
    return ours(u"host.html"_s).replace("@FRAME_SOURCES@"_L1, sources);
}

// The gate comes first: of several listeners the one that was there first is asked first.
QString mainSource()
{
    return u"(function (config) {\n"
           "if (location.origin !== config.hostOrigin) return;\n"_s
        + ours(u"gate.js"_s) + ours(u"start.js"_s)
        + u"const reporter = createReporter(config);\n"
          "const gate = createGate(config, reporter.report);\n"_s
        + resource(u":/qtwebchannel/qwebchannel.js"_s) + ours(u"connect.js"_s)
        + u"\nreporter.connect();\nstartFlow(config, gate, reporter.report);\n})"_s;
}

QString topLevelSource()
{
    return u"(function (config) {\n"_s + ours(u"gate.js"_s) + ours(u"start.js"_s)
        + ours(u"signoflife.js"_s) + ours(u"toplevel.js"_s)
        + u"const reporter = createReporter(config);\n"
          "const gate = createGate(config, reporter.report);\n"_s
        + resource(u":/qtwebchannel/qwebchannel.js"_s)
        + u"\nreporter.connect();\n"
          "gate.onAccepted(startTopLevel(config, reporter.report));\n})"_s;
}

QString calling(const QString &file, const QString &function)
{
    return u"(function (config) {\n"_s + ours(file) + function + u"(config);\n})"_s;
}

QWebEngineScript isolated(const QString &name, const QString &function, const QJsonObject &config)
{
    const QByteArray argument = QJsonDocument(config).toJson(QJsonDocument::Compact);
    QWebEngineScript script;
    script.setName(name);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setSourceCode(function + u'(' + QString::fromUtf8(argument) + u");"_s);
    return script;
}

QString originOfPage()
{
    return originOf(address());
}

} // namespace

QUrl address()
{
    return QUrl(u"https://connect-desk.invalid/"_s);
}

QString emptyHtml()
{
    return withFrameSources(u"'none'"_s);
}

QString html(const ConnectLink &link)
{
    // What a frame may load is decided by NavigationRules; this is the second fence.
    return withFrameSources(frameSources(link));
}

QWebEngineScript mainScript(const ConnectLink &link, const QString &load)
{
    static const QString source = mainSource();
    QWebEngineScript script = isolated(u"connect-desk-host"_s, source,
        {
            {u"load"_s, load},
            {u"hostOrigin"_s, originOfPage()},
            {u"link"_s, link.url().toString(QUrl::FullyEncoded)},
            {u"origin"_s, link.origin()},
            {u"presence"_s, presence},
        });
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    return script;
}

QWebEngineScript topLevelScript(const ConnectLink &link, const QString &load)
{
    static const QString source = topLevelSource();
    QWebEngineScript script = isolated(u"connect-desk-top-level"_s, source,
        {{u"load"_s, load}, {u"origin"_s, link.origin()}, {u"isTopLevel"_s, true}});
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    return script;
}

QWebEngineScript signOfLifeScript()
{
    QWebEngineScript script =
        isolated(u"connect-desk-sign-of-life"_s, calling(u"signoflife.js"_s, u"sendSignOfLife"_s),
            {{u"hostOrigin"_s, originOfPage()}, {u"presence"_s, presence}});
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setRunsOnSubFrames(true);
    return script;
}

QWebEngineScript linkScript()
{
    const QString features =
        u"width=%1,height=%2"_s.arg(linkMark().width()).arg(linkMark().height());
    QWebEngineScript script = isolated(
        u"connect-desk-links"_s, calling(u"links.js"_s, u"markLinks"_s), {{u"mark"_s, features}});
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    return script;
}

QSize linkMark()
{
    return {317, 211};
}

QWebEngineScript clipboardScript()
{
    QWebEngineScript script = isolated(u"connect-desk-clipboard"_s,
        calling(u"clipboard.js"_s, u"noteClipboardReads"_s), {{u"mark"_s, clipboardMark()}});
    script.setWorldId(QWebEngineScript::MainWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    return script;
}

QString clipboardMark()
{
    return u"Reading the clipboard was refused: "_s;
}

} // namespace desk::HostPage
