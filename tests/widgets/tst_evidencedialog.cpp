// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/evidence/evidencedialog.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QCheckBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class EvidenceDialogTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void masksUnlessToldOtherwise();
    void saysWhatItWillHold();
    void saysThatThereAreNoPictures();
    void proposesANewFile();
    void savesWhatIsThereByThen();
    void opensTheFolder();
    void saysThatItCannotSave();
    void choosesATarget();
    void namesEveryControl();

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened = url; }

private:
    template <typename Widget> Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    void make(int pictures);

    QTemporaryDir m_folder;
    std::unique_ptr<EvidenceDialog> m_dialog;
    EvidenceInput m_input;
    QUrl m_opened;
};

void EvidenceDialogTest::init()
{
    StrictTest::init();
    make(2);
}

void EvidenceDialogTest::cleanup()
{
    m_dialog.reset();
}

void EvidenceDialogTest::make(int pictures)
{
    QImage image(20, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    m_input = {};
    m_input.madeAt = QDateTime::currentDateTimeUtc();
    m_input.pictures = QList<EvidencePicture>(pictures, {u"view"_s, image});
    m_dialog = std::make_unique<EvidenceDialog>([this] { return m_input; }, m_folder.path());
    m_dialog->show();
}

void EvidenceDialogTest::masksUnlessToldOtherwise()
{
    EvidenceOptions options = m_dialog->options();
    QVERIFY(options.masksPersonalData && !options.masksIntegrationIds && !options.hasPictures);
    child<QCheckBox>("evidenceMaskIds")->click();
    child<QCheckBox>("evidencePictures")->click();
    options = m_dialog->options();
    QVERIFY(options.masksPersonalData && options.masksIntegrationIds && options.hasPictures);
    child<QCheckBox>("evidenceMask")->click();
    QVERIFY(!m_dialog->options().masksPersonalData);
    QVERIFY(!child<QCheckBox>("evidenceMaskIds")->isEnabled());
}

void EvidenceDialogTest::saysWhatItWillHold()
{
    const auto contents = [this] { return child<QLabel>("evidenceContents")->text(); };
    QVERIFY(contents().contains("report.html"_L1));
    QVERIFY(!contents().contains(".png"_L1));
    child<QCheckBox>("evidencePictures")->click();
    QVERIFY(contents().contains("02-view.png"_L1));
}

void EvidenceDialogTest::saysThatThereAreNoPictures()
{
    make(0);
    QVERIFY(!child<QCheckBox>("evidencePictures")->isEnabled());
    QVERIFY(child<QCheckBox>("evidencePictures")->text().contains("none"_L1));
}

void EvidenceDialogTest::proposesANewFile()
{
    const QFileInfo target(m_dialog->target());
    QCOMPARE(target.path(), m_folder.path());
    QCOMPARE(target.suffix(), u"zip"_s);
    QVERIFY(!target.exists());
}

void EvidenceDialogTest::savesWhatIsThereByThen()
{
    QSignalSpy written(m_dialog.get(), &EvidenceDialog::written);
    m_dialog->setTarget(m_folder.filePath(u"later"_s));
    m_input.facts = {{u"Known"_s, u"later"_s}};
    child<QPushButton>("evidenceSave")->click();
    QCOMPARE(written.size(), 1);
    QCOMPARE(written.first().first().toString(), m_folder.filePath(u"later"_s));
    QFile file(m_folder.filePath(u"later/environment.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Known"));
    QVERIFY(child<QLabel>("noticeText")->text().contains("later"_L1));
}

void EvidenceDialogTest::opensTheFolder()
{
    QDesktopServices::setUrlHandler(u"file"_s, this, "openUrl");
    m_dialog->setTarget(m_folder.filePath(u"a.zip"_s));
    child<QPushButton>("evidenceSave")->click();
    child<QPushButton>("noticeAction")->click();
    QCOMPARE(m_opened, QUrl::fromLocalFile(m_folder.path()));
    m_dialog->setTarget(m_folder.filePath(u"a"_s));
    child<QPushButton>("evidenceSave")->click();
    child<QPushButton>("noticeAction")->click();
    QCOMPARE(m_opened, QUrl::fromLocalFile(m_folder.filePath(u"a"_s)));
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void EvidenceDialogTest::saysThatItCannotSave()
{
    QSignalSpy written(m_dialog.get(), &EvidenceDialog::written);
    m_dialog->setTarget(m_folder.filePath(u"none/a.zip"_s));
    child<QPushButton>("evidenceSave")->click();
    QCOMPARE(written.size(), 0);
    QVERIFY(child<QLabel>("noticeHeadline")->isVisible());
    QVERIFY(child<QLabel>("noticeHeadline")->text().contains("folder"_L1));
    // It goes once somebody does something about it.
    child<QLineEdit>("evidenceTarget")->setText(u"x"_s);
    QVERIFY(!child<QLabel>("noticeHeadline")->isVisible());
}

void EvidenceDialogTest::choosesATarget()
{
    child<QPushButton>("evidenceChoose")->click();
    auto *dialog = child<QFileDialog>("evidenceTargetDialog");
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->defaultSuffix(), u"zip"_s);
    Q_EMIT dialog->filterSelected(dialog->nameFilters().constLast());
    QCOMPARE(dialog->defaultSuffix(), QString());
    Q_EMIT dialog->fileSelected(u"/tmp/chosen"_s);
    QCOMPARE(m_dialog->target(), u"/tmp/chosen"_s);
    dialog->reject();
}

void EvidenceDialogTest::namesEveryControl()
{
    QCOMPARE(child<QLineEdit>("evidenceTarget")->accessibleName(), u"Save as"_s);
    const auto labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [this](const QLabel *label) {
        return label->buddy() == child<QLineEdit>("evidenceTarget");
    }));
    QVERIFY(child<QPushButton>("evidenceSave")->isDefault());
}

QTEST_MAIN(EvidenceDialogTest)
#include "tst_evidencedialog.moc"
