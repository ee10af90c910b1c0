// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "handovermessage.h"

#include "messagetexts.h"

#include "core/detailscheck.h"
#include "core/inputtext.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk::HandOverMessages {

namespace {

QLocale localeOf(FlowLanguage language)
{
    return QLocale(wireName(language));
}

QString dateText(const QDateTime &time, FlowLanguage language, const MessageTexts &texts)
{
    const QDate date = time.toLocalTime().date();
    // The first of a month is the one ordinal of a French date.
    if (language == FlowLanguage::French && date.day() == 1)
        return localeOf(language).toString(date, u"d'er' MMMM yyyy"_s);
    return localeOf(language).toString(date, texts.dateFormat);
}

// One line, and without a mark: a name from outside must not decide where the link goes.
QString nameOf(const QString &text)
{
    return cleanedInput(text).left(DetailsLimit::organization).remove(linkMark());
}

QString guideParagraph(const HandOver &handOver, const QString &tool, const MessageTexts &texts)
{
    if (!handOver.guide.isValid() || handOver.guide.scheme() != "https"_L1)
        return {};
    const QString sentence = tool.isEmpty() ? texts.guide : texts.guideOfTool.arg(tool);
    return sentence + u'\n' + handOver.guide.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

struct PurposeTexts {
    QString subjectWithTool;
    QString paragraphWithTool;
};

PurposeTexts purposeTexts(HandOverPurpose purpose, const MessageTexts &texts)
{
    switch (purpose) {
    case HandOverPurpose::Connect:
        return {texts.subjectWithTool, texts.purposeWithTool};
    case HandOverPurpose::Reconnect:
        return {texts.reconnectSubject, texts.reconnectPurpose};
    case HandOverPurpose::Setup:
        return {texts.setupSubject, texts.setupPurpose};
    }
    Q_UNREACHABLE();
}

QString subjectOf(const HandOver &handOver, const MessageTexts &texts)
{
    const QString organization = nameOf(handOver.organization);
    const QString tool = nameOf(handOver.toolLabel);
    return tool.isEmpty()
        ? texts.subject.arg(organization)
        : purposeTexts(handOver.purpose, texts).subjectWithTool.arg(tool, organization);
}

QString validity(const HandOver &handOver, FlowLanguage language, const MessageTexts &texts)
{
    if (!handOver.expiresAt.isValid())
        return {};
    const QString &valid = handOver.isExpiryExact ? texts.validUntil : texts.validUntilAbout;
    return valid.arg(dateText(handOver.expiresAt, language, texts));
}

QString joined(QStringList paragraphs)
{
    paragraphs.removeAll(QString());
    return paragraphs.join("\n\n"_L1) + u'\n';
}

} // namespace

QString linkMark()
{
    return u"{link}"_s;
}

HandOverMessage compose(const HandOver &handOver, FlowLanguage language)
{
    const MessageTexts texts = messageTexts(language);
    const QString organization = nameOf(handOver.organization);
    const QString tool = nameOf(handOver.toolLabel);
    const PurposeTexts purpose = purposeTexts(handOver.purpose, texts);
    const QString paragraph = tool.isEmpty() ? texts.purpose.arg(organization)
                                             : purpose.paragraphWithTool.arg(tool, organization);
    return {subjectOf(handOver, texts),
        joined({texts.greeting, paragraph, linkMark(), validity(handOver, language, texts),
            guideParagraph(handOver, tool, texts), texts.farewell})};
}

HandOverMessage composeReminder(
    const HandOver &handOver, FlowLanguage language, const QDateTime &sentAt)
{
    const MessageTexts texts = messageTexts(language);
    const QString paragraph =
        texts.reminder.arg(dateText(sentAt, language, texts), nameOf(handOver.organization));
    return {texts.reminderSubject.arg(subjectOf(handOver, texts)),
        joined({texts.greeting, paragraph, linkMark(), validity(handOver, language, texts),
            guideParagraph(handOver, nameOf(handOver.toolLabel), texts), texts.reminderHelp,
            texts.farewell})};
}

bool hasMark(const QString &body)
{
    return body.contains(linkMark());
}

Secret withLink(const QString &body, const Secret &link)
{
    const QString &address = link.reveal();
    if (hasMark(body))
        return Secret(QString(body).replace(linkMark(), address));
    if (!address.isEmpty() && body.contains(address))
        return Secret(body);
    QString text = body;
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return Secret(text.isEmpty() ? address : text + "\n\n"_L1 + address + u'\n');
}

qsizetype longestMailAddress()
{
#ifdef Q_OS_WIN
    return 2000;
#else
    return 8000;
#endif
}

Result<QUrl, MailProblem> mailAddress(
    const QString &email, const QString &subject, qsizetype longest)
{
    if (!looksLikeEmail(email) || email.size() > DetailsLimit::email)
        return Unexpected{MailProblem::NoAddress};
    const QByteArray address = "mailto:" + QUrl::toPercentEncoding(email, "@")
        + "?subject=" + encoded(cleanedInput(subject));
    if (address.size() > longest)
        return Unexpected{MailProblem::TooLong};
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

} // namespace desk::HandOverMessages
