// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiles/profile.h"
#include "profiles/profiletransfer.h"

#include "support/stricttest.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = ProfileTransferProblem::Kind;

class ProfileTransferTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void replacesAFile();
    void refusesWhatIsNoFile();
    void refusesAFileBeyondTheBound();
    void saysThatItCannotWrite();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void ProfileTransferTest::readsWhatItWrote()
{
    QVERIFY(!writeProfileExport(path(u"a.json"_s), "{}"));
    const auto read = readProfileExport(path(u"a.json"_s));
    QVERIFY(read);
    QCOMPARE(*read, "{}");
}

void ProfileTransferTest::replacesAFile()
{
    QVERIFY(!writeProfileExport(path(u"b.json"_s), "a long document"));
    QVERIFY(!writeProfileExport(path(u"b.json"_s), "short"));
    QCOMPARE(*readProfileExport(path(u"b.json"_s)), "short");
}

void ProfileTransferTest::refusesWhatIsNoFile()
{
    const auto missing = readProfileExport(path(u"none.json"_s));
    QCOMPARE(missing.error().kind, Kind::Missing);
    QCOMPARE(missing.error().file, path(u"none.json"_s));
    QCOMPARE(readProfileExport(m_folder.path()).error().kind, Kind::NotAFile);
}

void ProfileTransferTest::refusesAFileBeyondTheBound()
{
    QFile file(path(u"large.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(ProfileLimit::documentBytes));
    QVERIFY(readProfileExport(file.fileName()));
    QVERIFY(file.resize(ProfileLimit::documentBytes + 1));
    QCOMPARE(readProfileExport(file.fileName()).error().kind, Kind::TooLarge);
}

void ProfileTransferTest::saysThatItCannotWrite()
{
    const auto problem = writeProfileExport(path(u"no/such/folder.json"_s), "{}");
    QVERIFY(problem);
    QCOMPARE(problem->kind, Kind::Unwritable);
    QVERIFY(!problem->systemText.isEmpty());
}

QTEST_GUILESS_MAIN(ProfileTransferTest)
#include "tst_profiletransfer.moc"
