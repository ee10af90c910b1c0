// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiles/datafolder.h"

#include "ordinaryuser.h"

#include "support/stricttest.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using Origin = DataFolder::Origin;
using Reason = DataFolderProblem::Reason;

class DataFolderTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesThePlace_data();
    void choosesThePlace();
    void keepsItToTheOwner();
    void leavesAFolderAsItIs();
    void refuses_data();
    void refuses();
    void refusesAReadOnlyFolder();
    void takesNoOtherFolderInstead();
    void countsFromTheWorkingDirectory();
    void knowsThePlacesOfThisProgram();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name) const;
    DataFolder::Places places(const std::optional<QString> &option = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DataFolderTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkdir(u"program"_s));
}

void DataFolderTest::put(const QString &name) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

DataFolder::Places DataFolderTest::places(const std::optional<QString> &option) const
{
    return {option, at(u"program"_s), at(u"home/.local/connect-desk"_s)};
}

void DataFolderTest::choosesThePlace_data()
{
    QTest::addColumn<bool>("hasOption");
    QTest::addColumn<bool>("hasMarker");
    QTest::addColumn<Origin>("origin");
    QTest::addColumn<QString>("path");

    QTest::newRow("the system's") << false << false << Origin::Standard
                                  << u"home/.local/connect-desk"_s;
    QTest::newRow("beside the program") << false << true << Origin::Portable << u"program/data"_s;
    QTest::newRow("the option") << true << false << Origin::Option << u"here/ and there "_s;
    QTest::newRow("the option before the marker")
        << true << true << Origin::Option << u"here/ and there "_s;
}

void DataFolderTest::choosesThePlace()
{
    QFETCH(bool, hasOption);
    QFETCH(bool, hasMarker);
    if (hasMarker)
        put(u"program/connect-desk-portable"_s);
    const auto option = hasOption ? std::optional(at(u"here/ and there "_s)) : std::nullopt;
    for (int start = 0; start < 2; ++start) {
        const auto folder = openDataFolder(places(option));
        QVERIFY(folder.hasValue());
        QTEST(folder->origin, "origin");
        QTEST(QDir(m_folder->path()).relativeFilePath(folder->path), "path");
        QVERIFY(QFileInfo(folder->path).isDir());
        QVERIFY(QDir(folder->path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
}

void DataFolderTest::keepsItToTheOwner()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions are another thing here");
#endif
    const auto folder = openDataFolder(places());
    QVERIFY(folder.hasValue());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(folder->path) & others));
}

void DataFolderTest::leavesAFolderAsItIs()
{
    const QString path = at(u"shared"_s);
    QVERIFY(QDir().mkdir(path));
    const auto before = QFile::permissions(path);
    QVERIFY(openDataFolder(places(path)).hasValue());
    QCOMPARE(QFile::permissions(path), before);
}

void DataFolderTest::refuses_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<Reason>("reason");

    QTest::newRow("nothing") << u""_s << Reason::NoPlace;
    QTest::newRow("a file") << u"file"_s << Reason::NotAFolder;
    QTest::newRow("below a file") << u"file/a/b"_s << Reason::NotAFolder;
    QTest::newRow("a link to nothing") << u"link"_s << Reason::NotAFolder;
    QTest::newRow("below a link to nothing") << u"link/a"_s << Reason::NotAFolder;
    QTest::newRow("a name with a zero") << u"a"_s + QChar::Null + u"b"_s << Reason::NotAName;
    QTest::newRow("a name that is too long") << QString(5000, u'x') << Reason::CannotCreate;
}

void DataFolderTest::refuses()
{
    QFETCH(QString, option);
    put(u"file"_s);
    QVERIFY(QFile::link(at(u"nothing"_s), at(u"link"_s)));
    const auto folder = openDataFolder(places(option.isEmpty() ? option : at(option)));
    QVERIFY(!folder.hasValue());
    QTEST(folder.error().reason, "reason");
    QCOMPARE(folder.error().origin, Origin::Option);
    QVERIFY(!QFileInfo::exists(at(u"nothing"_s)));
}

void DataFolderTest::refusesAReadOnlyFolder()
{
    const QString path = at(u"locked"_s);
    QFile::setPermissions(m_folder->path(),
        test::ReadOnlyFolder::readable | QFileDevice::WriteOwner | QFileDevice::WriteUser);
    QVERIFY(QDir().mkdir(path));
    const test::ReadOnlyFolder readOnly(path);
    const test::OrdinaryUser user;
    if (!user.worked())
        QSKIP("cannot become an ordinary user");
    const auto there = openDataFolder(places(path));
    QVERIFY(!there.hasValue());
    QCOMPARE(there.error().reason, Reason::NotWritable);
    QCOMPARE(there.error().path, path);
    const auto below = openDataFolder(places(path + u"/a/b"_s));
    QVERIFY(!below.hasValue());
    QCOMPARE(below.error().reason, Reason::CannotCreate);
}

void DataFolderTest::takesNoOtherFolderInstead()
{
    put(u"program/connect-desk-portable"_s);
    put(u"program/data"_s);
    const auto folder = openDataFolder(places());
    QVERIFY(!folder.hasValue());
    QCOMPARE(folder.error().origin, Origin::Portable);
    QCOMPARE(folder.error().reason, Reason::NotAFolder);
    QVERIFY(!QFileInfo::exists(at(u"home"_s)));

    const auto nowhere = openDataFolder({});
    QVERIFY(!nowhere.hasValue());
    QCOMPARE(nowhere.error().reason, Reason::NoPlace);
}

void DataFolderTest::countsFromTheWorkingDirectory()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto folder = openDataFolder(places(u"./a/../b/"_s));
    const QString here = QDir::currentPath();
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(folder.hasValue());
    QCOMPARE(folder->path, here + u"/b"_s);
}

void DataFolderTest::knowsThePlacesOfThisProgram()
{
    QStandardPaths::setTestModeEnabled(true);
    const auto here = placesOfThisProgram(u"x"_s);
    QCOMPARE(here.option, u"x"_s);
    QCOMPARE(here.programFolder, QCoreApplication::applicationDirPath());
    QCOMPARE(
        here.standardFolder, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

QTEST_GUILESS_MAIN(DataFolderTest)
#include "tst_datafolder.moc"
