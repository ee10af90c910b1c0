// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/connectlink.h"
#include "gate/framesources.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;

class FrameSourcesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void areAsWideAsNeeded_data();
    void areAsWideAsNeeded();
};

void FrameSourcesTest::areAsWideAsNeeded_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("sources");

    const QString loopback = u"https: http://127.0.0.1:* http://localhost:*"_s;
    QTest::newRow("a link of Kombo's") << u"https://connect.kombo.dev"_s << u"https:"_s;
    QTest::newRow("a link on this machine") << u"http://127.0.0.1:8080"_s << loopback;
    QTest::newRow("a link on this machine, by name") << u"http://localhost:8080"_s << loopback;
    QTest::newRow("a link on this machine, by IPv6") << u"http://[::1]:8080"_s << u"https: http:"_s;
}

void FrameSourcesTest::areAsWideAsNeeded()
{
    QFETCH(QString, base);
    const ApiAccess access{ProfileKind::AdHoc, QUrl(base), Secret(u"key"_s), {}};
    const auto link = ConnectLink::check(base + u"/flow?token=abc"_s, access);
    QVERIFY(link);
    QTEST(frameSources(*link), "sources");
}

QTEST_GUILESS_MAIN(FrameSourcesTest)
#include "tst_framesources.moc"
