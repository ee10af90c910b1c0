// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilelistview.h"
#include "ui/profile/profilesdialog.h"
#include "ui/theme/theme.h"

#include "profiles/profileexport.h"
#include "wording/translation.h"

#include "profilescene.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::ProfileScene;

class ProfilesDialogTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyControlHasAName();
    void saysEachRow();
    void choosesTheCurrentOne();
    void opensTheEditorByKey_data();
    void opensTheEditorByKey();
    void choosesWhatWasCreated();
    void duplicatesWithoutTheKey();
    void undoOfADeletionKeepsTheKey();
    void closingRemovesTheKey();
    void aKeyThatStaysIsSaid();
    void practiceStaysAndSaysWhy();
    void movesByKey();
    void movesByDragging_data();
    void movesByDragging();
    void importsAndReports();
    void saysWhatIsWrongWithAFile();
    void exportsWithoutKeys();
    void exportsNothingOfPracticeAlone();
    void saysWhatKeepsItFromSaving();
    void followsAnotherInstance();
    void asksALockedKeychainOnce();

private:
    void open();
    template <typename Widget = QWidget> Widget *find(const char *name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void press(const char *button) { QTest::mouseClick(find(button), Qt::LeftButton); }
    ProfileListView *list() const { return find<ProfileListView>("profilesList"); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            names.append(list()->model()->index(row, 0).data().toString());
        return names;
    }
    QString spoken(int row) const
    {
        return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    QString headline(const char *notice) const
    {
        return find(notice)->findChild<QLabel *>(u"noticeHeadline"_s)->text();
    }
    void chooseFile(const char *button, const char *dialog, const QString &file)
    {
        press(button);
        auto *files = find<QFileDialog>(dialog);
        Q_EMIT files->fileSelected(file);
        files->close();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProfileScene> m_scene;
    std::unique_ptr<ProfilesDialog> m_dialog;
};

void ProfilesDialogTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    installTranslation(*QCoreApplication::instance());
}

void ProfilesDialogTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<ProfileScene>();
}

void ProfilesDialogTest::cleanup()
{
    m_dialog.reset();
    m_scene.reset();
}

void ProfilesDialogTest::open()
{
    m_dialog = std::make_unique<ProfilesDialog>(m_scene->store, m_scene->keeper);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QCOMPARE(QApplication::focusWidget(), list());
}

void ProfilesDialogTest::everyControlHasAName()
{
    m_scene->add(u"Acme"_s);
    open();
    list()->choose(m_scene->store.profiles().profiles().at(1).id);
    press("deleteButton");
    QCOMPARE(desk::test::unnamedControlsOf(m_dialog.get()).join(u','), QString());
}

void ProfilesDialogTest::saysEachRow()
{
    const Profile acme = m_scene->add(u"Acme"_s, ProfileKind::Production);
    m_scene->add(u"Berlin"_s);
    m_scene->keepKey(acme, u"sk-secret-4711"_s);
    open();
    QTRY_COMPARE(spoken(1), u"Acme, Production, api.kombo.dev, Key in keychain"_s);
    QTRY_COMPARE(spoken(2), u"Berlin, Development, api.kombo.dev, No key"_s);
    QCOMPARE(spoken(0), u"Practice, Practice, This computer, Needs no key"_s);
    m_scene->keeper.keepForThisSession(*keyIdOf(acme), Secret(u"sk-other-0815"_s));
    QTRY_VERIFY(spoken(1).endsWith("Key for this session"_L1));
    QVERIFY(!desk::test::everyTextOf(m_dialog.get()).join(u'\n').contains("sk-"_L1));
}

void ProfilesDialogTest::choosesTheCurrentOne()
{
    m_scene->add(u"Acme"_s);
    const Profile berlin = m_scene->add(u"Berlin"_s);
    open();
    m_dialog->setCurrent(berlin.id);
    QCOMPARE(list()->chosenId(), berlin.id);
}

void ProfilesDialogTest::opensTheEditorByKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifier");
    QTest::addColumn<QString>("title");
    QTest::newRow("Return edits") << int(Qt::Key_Return) << 0 << u"Profile Acme"_s;
    QTest::newRow("F2 edits") << int(Qt::Key_F2) << 0 << u"Profile Acme"_s;
    QTest::newRow("Ctrl+N creates")
        << int(Qt::Key_N) << int(Qt::ControlModifier) << u"New profile"_s;
}

void ProfilesDialogTest::opensTheEditorByKey()
{
    QFETCH(int, key);
    QFETCH(int, modifier);
    QFETCH(QString, title);
    const Profile acme = m_scene->add(u"Acme"_s);
    open();
    list()->choose(acme.id);
    QTest::keyClick(list(), Qt::Key(key), Qt::KeyboardModifiers(modifier));
    QCOMPARE(m_dialog->findChildren<QDialog *>(u"profileEditor"_s).size(), 1);
    QCOMPARE(find<QDialog>("profileEditor")->windowTitle(), title);
    QVERIFY(m_dialog->isVisible());
    find<QDialog>("profileEditor")->reject();
    QTRY_VERIFY(!m_dialog->findChild<QDialog *>(u"profileEditor"_s));
}

void ProfilesDialogTest::choosesWhatWasCreated()
{
    m_scene->add(u"Acme"_s);
    open();
    QSignalSpy saved(m_dialog.get(), &ProfilesDialog::profileSaved);
    press("newButton");
    QTest::mouseClick(find("profileEditor")->findChild<QWidget *>(u"saveButton"_s), Qt::LeftButton);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(list()->chosenId(), saved.at(0).at(0).toString());
    QCOMPARE(list()->currentIndex().data().toString(), u"EU development"_s);
}

void ProfilesDialogTest::duplicatesWithoutTheKey()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    m_scene->keepKey(acme, u"sk-secret-4711"_s);
    open();
    list()->choose(acme.id);
    QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names(), (QStringList{u"Practice"_s, u"Acme"_s, u"Acme copy"_s}));
    QCOMPARE(list()->currentIndex().row(), 2);
    QVERIFY(find("profilesNotice")->accessibleDescription().contains("key is not part"_L1));
    QTRY_VERIFY(spoken(2).endsWith("No key"_L1));
}

void ProfilesDialogTest::undoOfADeletionKeepsTheKey()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    m_scene->keepKey(acme, u"sk-secret-4711"_s);
    open();
    list()->choose(acme.id);
    QSignalSpy removed(m_dialog.get(), &ProfilesDialog::profileRemoved);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(0).toString(), acme.id);
    QCOMPARE(names(), QStringList{u"Practice"_s});
    QCOMPARE(headline("undoBar"), u"Acme was deleted"_s);
    QVERIFY(m_scene->hasKey(acme));
    find("undoBar")->findChild<QPushButton *>(u"noticeAction"_s)->click();
    QVERIFY(!find("undoBar")->isVisible());
    QCOMPARE(list()->chosenId(), acme.id);
    QCOMPARE(QApplication::focusWidget(), list());
    // And by the shortcut that everybody knows.
    QTest::keyClick(list(), Qt::Key_Delete);
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(list()->chosenId(), acme.id);
    m_dialog->close();
    QVERIFY(m_scene->hasKey(acme));
}

void ProfilesDialogTest::closingRemovesTheKey()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    m_scene->keepKey(acme, u"sk-secret-4711"_s);
    open();
    list()->choose(acme.id);
    press("deleteButton");
    press("closeButton");
    QVERIFY(!m_scene->hasKey(acme));
}

void ProfilesDialogTest::aKeyThatStaysIsSaid()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    const Profile berlin = m_scene->add(u"Berlin"_s);
    open();
    list()->choose(acme.id);
    press("deleteButton");
    m_scene->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    list()->choose(berlin.id);
    press("deleteButton"); // makes the first one final
    QTRY_COMPARE(headline("profilesNotice"), u"The key was not removed"_s);
    QVERIFY(find("profilesNotice")->accessibleDescription().contains("Acme"_L1));
}

void ProfilesDialogTest::practiceStaysAndSaysWhy()
{
    m_scene->add(u"Acme"_s);
    open();
    list()->choose(practiceProfileId());
    for (const char *name : {"duplicateButton", "deleteButton", "upButton", "downButton"}) {
        QVERIFY2(!find(name)->isEnabled(), name);
        QVERIFY2(find(name)->toolTip().contains("Practice"_L1), name);
    }
    QVERIFY(find("editButton")->isEnabled());
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(names().size(), 2);
}

void ProfilesDialogTest::movesByKey()
{
    m_scene->add(u"Acme"_s);
    const Profile berlin = m_scene->add(u"Berlin"_s);
    open();
    list()->choose(berlin.id);
    QVERIFY(!find("downButton")->isEnabled());
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{u"Practice"_s, u"Berlin"_s, u"Acme"_s}));
    QCOMPARE(list()->chosenId(), berlin.id);
    QVERIFY(!find("upButton")->isEnabled());
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{u"Practice"_s, u"Acme"_s, u"Berlin"_s}));
}

void ProfilesDialogTest::movesByDragging_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("onto");
    QTest::addColumn<bool>("lowerHalf");
    QTest::addColumn<QString>("order");
    QTest::newRow("down") << 1 << 2 << true << u"Practice,B,A,C"_s;
    QTest::newRow("to the end") << 1 << 3 << true << u"Practice,B,C,A"_s;
    QTest::newRow("up") << 3 << 1 << false << u"Practice,C,A,B"_s;
    QTest::newRow("onto itself") << 2 << 2 << true << u"Practice,A,B,C"_s;
    QTest::newRow("above practice") << 2 << 0 << false << u"Practice,B,A,C"_s;
}

void ProfilesDialogTest::movesByDragging()
{
    QFETCH(int, from);
    QFETCH(int, onto);
    QFETCH(bool, lowerHalf);
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
        m_scene->add(name);
    open();
    QMimeData data;
    data.setData(
        ProfileListView::mimeType(), m_scene->store.profiles().profiles().at(from).id.toUtf8());
    const QRect row = list()->visualRect(list()->model()->index(onto, 0));
    const QPointF point(row.center().x(), lowerHalf ? row.bottom() - 2 : row.top() + 2);
    QDragEnterEvent enter(point.toPoint(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(point, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list()->viewport(), &event);
    QTEST(names().join(u','), "order");
}

void ProfilesDialogTest::importsAndReports()
{
    ProfileScene other;
    other.add(u"Acme"_s);
    other.add(u"Berlin"_s);
    const QString file = m_scene->folder.filePath(u"import.json"_s);
    QFile document(file);
    QVERIFY(document.open(QIODevice::WriteOnly));
    document.write(exportProfiles(other.store.profiles()).document);
    document.close();
    Profile taken;
    taken.name = u"Acme"_s;
    taken.region = Region::Us;
    QVERIFY(m_scene->store.create(taken));
    open();
    chooseFile("importButton", "importDialog", file);
    QCOMPARE(names(), (QStringList{u"Practice"_s, u"Acme"_s, u"Acme 2"_s, u"Berlin"_s}));
    const QString report = find<QPlainTextEdit>("importReportText")->toPlainText();
    QVERIFY(report.contains(u"Acme 2 – renamed"_s));
    QVERIFY(report.contains("Keys are never exported"_L1));
    QCOMPARE(desk::test::unnamedControlsOf(find("importReport")).join(u','), QString());
}

void ProfilesDialogTest::saysWhatIsWrongWithAFile()
{
    open();
    chooseFile("importButton", "importDialog", m_scene->folder.filePath(u"none.json"_s));
    QCOMPARE(headline("profilesNotice"), u"There is no such file"_s);
    QFile document(m_scene->folder.filePath(u"text.json"_s));
    QVERIFY(document.open(QIODevice::WriteOnly));
    document.write("hello");
    document.close();
    chooseFile("importButton", "importDialog", document.fileName());
    QVERIFY(headline("profilesNotice").contains("not JSON"_L1));
    QCOMPARE(names().size(), 1);
}

void ProfilesDialogTest::exportsWithoutKeys()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    m_scene->keepKey(acme, u"sk-secret-4711"_s);
    open();
    const QString file = m_scene->folder.filePath(u"export.json"_s);
    chooseFile("exportButton", "exportDialog", file);
    QCOMPARE(headline("profilesNotice"), u"1 profile exported"_s);
    QVERIFY(find("profilesNotice")->accessibleDescription().contains("never exported"_L1));
    QFile document(file);
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QByteArray bytes = document.readAll();
    QVERIFY(bytes.contains("Acme") && !bytes.contains("sk-secret-4711"));
    chooseFile("exportButton", "exportDialog", m_scene->folder.filePath(u"no/such.json"_s));
    QCOMPARE(headline("profilesNotice"), u"The file cannot be written"_s);
}

void ProfilesDialogTest::exportsNothingOfPracticeAlone()
{
    open();
    QVERIFY(!find("exportButton")->isEnabled());
    QVERIFY(find("exportButton")->toolTip().contains("Practice"_L1));
}

void ProfilesDialogTest::saysWhatKeepsItFromSaving()
{
    QFile file(m_scene->folder.filePath(u"profiles.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"connect-desk-profiles","version":99,"profiles":[]})");
    file.close();
    m_scene->store.save();
    QVERIFY(m_scene->store.problem());
    open();
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>(u"noticeHeadline"_s);
    QLabel *shown = nullptr;
    for (QLabel *label : labels) {
        if (label->isVisible())
            shown = label;
    }
    QVERIFY(shown);
    QVERIFY2(shown->text().contains("later version"_L1), qPrintable(shown->text()));
    QVERIFY(file.remove());
    auto *again = shown->parentWidget()->findChild<QPushButton *>(u"noticeAction"_s);
    QCOMPARE(again->text(), u"Try again"_s);
    again->click();
    QVERIFY(!shown->isVisible());
}

void ProfilesDialogTest::followsAnotherInstance()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    open();
    list()->choose(acme.id);
    ProfileStore other(m_scene->folder.path());
    Profile draft;
    draft.name = u"Elsewhere"_s;
    QVERIFY(other.create(draft));
    QTRY_COMPARE(names(), (QStringList{u"Practice"_s, u"Acme"_s, u"Elsewhere"_s}));
    QCOMPARE(list()->chosenId(), acme.id);
}

void ProfilesDialogTest::asksALockedKeychainOnce()
{
    m_scene->add(u"Acme"_s);
    m_scene->add(u"Berlin"_s);
    m_scene->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    open();
    QTRY_VERIFY(spoken(1).endsWith("Keychain locked"_L1));
    QVERIFY(spoken(2).endsWith("Keychain locked"_L1));
}

DESK_TEST_MAIN(QApplication, ProfilesDialogTest)
#include "tst_profilesdialog.moc"
