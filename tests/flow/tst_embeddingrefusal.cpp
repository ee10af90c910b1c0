// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flow/embeddingrefusal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class EmbeddingRefusalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsRefusingPages_data();
    void knowsRefusingPages();
    void knowsRefusedFrames_data();
    void knowsRefusedFrames();
};

void EmbeddingRefusalTest::knowsRefusingPages_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("refuses");

    const QString google = u"https://accounts.google.com"_s;
    QTest::newRow("a rejected sign-in") << google + u"/signin/rejected?rrk=46"_s << true;
    QTest::newRow("a rejected sign-in, third version") << google + u"/v3/signin/rejected"_s << true;
    // The first bytes of what Google sends: a field of 20 letters, then the explanation.
    QTest::newRow("a disallowed user agent") << google
            + u"/signin/oauth/error?authError=ChRkaXNhbGxvd2VkX3VzZXJhZ2VudBIBeA%3D%3D&client_id=x"_s
                                             << true;
    QTest::newRow("another error")
        << google + u"/signin/oauth/error?authError=ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2g"_s << false;
    QTest::newRow("the sign-in itself") << google + u"/o/oauth2/v2/auth?client_id=x"_s << false;
    QTest::newRow("the practice server's")
        << u"http://127.0.0.1:4000/connect/signin/rejected?language=en"_s << true;
    QTest::newRow("another page of the practice server")
        << u"http://127.0.0.1:4000/connect/oauth"_s << false;
    QTest::newRow("the practice server's path elsewhere")
        << u"https://flow.example/connect/signin/rejected"_s << false;
    QTest::newRow("another host") << u"https://accounts.google.com.evil.example/signin/rejected"_s
                                  << false;
    QTest::newRow("not secure") << u"http://accounts.google.com/signin/rejected"_s << false;
    QTest::newRow("no address") << QString() << false;
}

void EmbeddingRefusalTest::knowsRefusingPages()
{
    QFETCH(QString, address);
    QTEST(refusesEmbedding(QUrl(address)), "refuses");
}

void EmbeddingRefusalTest::knowsRefusedFrames_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("host");

    QTest::newRow("by X-Frame-Options")
        << u"Refused to display 'https://a.example/' in a frame because it set 'X-Frame-Options' "
           "to 'deny'."_s
        << u"a.example"_s;
    QTest::newRow("by frame-ancestors")
        << u"Refused to frame 'https://b.example/' because an ancestor violates the following "
           "Content Security Policy directive: \"frame-ancestors 'none'\".\n"_s
        << u"b.example"_s;
    QTest::newRow("by the policy of our own page")
        << u"Refused to frame 'http://c.example/' because it violates the following Content "
           "Security Policy directive: \"frame-src https:\".\n"_s
        << QString();
    QTest::newRow("anything else")
        << u"Refused to load the image 'https://a.example/'."_s << QString();
    QTest::newRow("a line without end")
        << u"Refused to frame '"_s + QString(5'000'000, u'x') << QString();
    QTest::newRow("a line that nobody would read")
        << u"Refused to frame 'https://c.example/"_s + QString(5000, u'x')
            + u"' because an ancestor violates the following frame-ancestors"_s
        << QString();
}

void EmbeddingRefusalTest::knowsRefusedFrames()
{
    QFETCH(QString, line);
    QTEST(hostThatRefusesFrames(line), "host");
}

QTEST_GUILESS_MAIN(EmbeddingRefusalTest)
#include "tst_embeddingrefusal.moc"
