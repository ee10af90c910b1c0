// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecontent.h"

#include "practiceresource.h"

#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray scriptSafe(const QJsonObject &object)
{
    // Inside a script element only "</script" and "<!--" mean anything.
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace('<', "\\u003c");
}

//! The names of a page's own scripts, in the order in which they run.
QStringList scriptsOf(PracticePage page)
{
    switch (page) {
    case PracticePage::Flow:
        return {u"steps"_s, u"behaviour"_s, u"flow"_s};
    case PracticePage::Setup:
        return {u"steps"_s, u"behaviour"_s, u"setup"_s};
    case PracticePage::OAuth:
        return {u"oauth"_s};
    case PracticePage::Notice:
        return {u"notice"_s};
    case PracticePage::Guide:
        return {u"guide"_s};
    case PracticePage::Foreign:
        return {u"foreign"_s};
    }
    Q_UNREACHABLE();
}

QByteArray scriptOf(PracticePage page)
{
    QByteArray script = practiceResource(u"pages/page.js"_s);
    const QStringList names = scriptsOf(page);
    for (const QString &name : names)
        script += practiceResource(u"pages/%1.js"_s.arg(name));
    return script;
}

} // namespace

QJsonObject practiceTexts(FlowLanguage language)
{
    return practiceJsonResource(u"texts/%1.json"_s.arg(wireName(language))).object();
}

QByteArray practicePage(
    PracticePage page, FlowLanguage language, const QByteArray &nonce, QJsonObject data)
{
    const QJsonObject texts = practiceTexts(language);
    data.insert(u"texts"_s, texts);
    const auto sentence = [&texts](
                              const QString &key) { return texts.value(key).toString().toUtf8(); };
    // What comes from outside is in the data alone, which goes in last, so that nothing in it can
    // be taken for a placeholder.
    return practiceResource(u"pages/page.html"_s)
        .replace("{{language}}", wireName(language).toUtf8())
        .replace("{{nonce}}", nonce)
        .replace("{{title}}", sentence(u"title"_s))
        .replace("{{noScript}}", sentence(u"noScript"_s))
        .replace("{{style}}", practiceResource(u"pages/page.css"_s))
        .replace("{{script}}", scriptOf(page))
        .replace("{{data}}", scriptSafe(data));
}

} // namespace desk
