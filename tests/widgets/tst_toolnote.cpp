// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/theme.h"
#include "ui/tools/notedocument.h"
#include "ui/tools/noteview.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QImage>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class ToolNoteTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void showsMarkdown();
    void showsNoHtml_data();
    void showsNoHtml();
    void loadsNothing_data();
    void loadsNothing();
    void keepsOnlyHttpsLinks_data();
    void keepsOnlyHttpsLinks();
    void opensALinkInTheBrowser();
    void tellsTheRealHost();
    void bearsMonsters_data();
    void bearsMonsters();
    void isNoHigherThanItsText();

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private:
    static QStringList linksOf(const QTextDocument &document);

    QList<QUrl> m_opened;
};

void ToolNoteTest::initTestCase()
{
    for (const auto &scheme : {u"https"_s, u"http"_s, u"file"_s, u"javascript"_s, u"mailto"_s})
        QDesktopServices::setUrlHandler(scheme, this, "openUrl");
}

void ToolNoteTest::cleanupTestCase()
{
    for (const auto &scheme : {u"https"_s, u"http"_s, u"file"_s, u"javascript"_s, u"mailto"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

void ToolNoteTest::init()
{
    StrictTest::init();
    m_opened.clear();
}

QStringList ToolNoteTest::linksOf(const QTextDocument &document)
{
    QStringList links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isAnchor())
                links.append(format.anchorHref());
        }
    }
    return links;
}

void ToolNoteTest::showsMarkdown()
{
    NoteDocument note;
    note.setNote(u"Costs **extra**.\n\n- one\n- [two](https://help.kombo.dev/x)\n"_s);
    QCOMPARE(note.toPlainText(), u"Costs extra.\none\ntwo"_s);
    QCOMPARE(linksOf(note), QStringList{u"https://help.kombo.dev/x"_s});
    QVERIFY(note.begin().begin() != note.begin().end());
}

void ToolNoteTest::showsNoHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("bold") << u"<b>x</b>"_s;
    QTest::newRow("a block") << u"<div style=\"position:fixed\">x</div>"_s;
    QTest::newRow("a script") << u"<script>alert(1)</script>"_s;
    QTest::newRow("a picture") << u"<img src=\"https://x.example/a.png\">"_s;
    QTest::newRow("a link") << u"<a href=\"file:///etc/passwd\">x</a>"_s;
}

void ToolNoteTest::showsNoHtml()
{
    QFETCH(QString, html);
    NoteDocument note;
    note.setNote(html);
    QCOMPARE(note.toPlainText(), html);
    note.setNote(u"text "_s + html);
    QCOMPARE(note.toPlainText(), u"text "_s + html);
    QVERIFY(linksOf(note).isEmpty());
}

void ToolNoteTest::loadsNothing_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("from the network") << u"before ![a logo](HTTP/a.png) after"_s;
    QTest::newRow("from a file") << u"before ![a logo](FILE) after"_s;
    QTest::newRow("from a file's address") << u"before ![a logo](file://FILE) after"_s;
    QTest::newRow("from a reference") << u"before ![a logo][1] after\n\n[1]: FILE"_s;
    QTest::newRow("from a resource") << u"before ![a logo](qrc:/icons/check.svg) after"_s;
    QTest::newRow("from within") << u"before ![a logo](data:image/png;base64,iVBORw0KGgo=) after"_s;
    QTest::newRow("within a link") << u"before [![a logo](FILE)](file://FILE) after"_s;
}

void ToolNoteTest::loadsNothing()
{
    QFETCH(QString, markdown);
    ScriptedServer server;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.png"_s);
    QImage red(300, 300, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(file));
    markdown.replace("HTTP"_L1, server.url().toString()).replace("FILE"_L1, file);

    NoteView view;
    view.resize(400, 300);
    view.setNote(markdown);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QImage picture = view.grab().toImage();
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            QVERIFY(picture.pixelColor(x, y) != QColor(Qt::red));
    }
    QCOMPARE(view.document()->toPlainText(), u"before [a logo] after"_s);
    QVERIFY(linksOf(*view.document()).isEmpty());
    QTest::qWait(20);
    QCOMPARE(server.connectionCount(), 0);
}

void ToolNoteTest::keepsOnlyHttpsLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("http") << u"http://help.kombo.dev/"_s;
    QTest::newRow("a script") << u"javascript:alert(1)"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("a path") << u"/etc/passwd"_s;
    QTest::newRow("another program") << u"vscode://x/y"_s;
    QTest::newRow("mail") << u"mailto:a@b.example"_s;
    QTest::newRow("data") << u"data:text/html,x"_s;
    QTest::newRow("a user that hides the host") << u"https://help.kombo.dev@evil.example/"_s;
    QTest::newRow("https without a host") << u"https:///x"_s;
    QTest::newRow("our own scheme") << u"connect-desk:?email=x"_s;
}

void ToolNoteTest::keepsOnlyHttpsLinks()
{
    QFETCH(QString, address);
    QVERIFY(!isNoteLink(QUrl(address)));
    NoteDocument note;
    note.setNote(
        u"see [the guide](%1 \"safe\") and [another](https://help.kombo.dev/)"_s.arg(address));
    QCOMPARE(note.toPlainText(), u"see the guide and another"_s);
    QCOMPARE(linksOf(note), QStringList{u"https://help.kombo.dev/"_s});

    NoteView view;
    Q_EMIT view.anchorClicked(QUrl(address));
    QVERIFY(m_opened.isEmpty());
}

void ToolNoteTest::opensALinkInTheBrowser()
{
    NoteView view;
    view.setNote(u"[the guide](https://help.kombo.dev/a?b=c)"_s);
    view.resize(400, 100);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QRect word = view.cursorRect(QTextCursor(view.document()->begin()));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, word.center() + QPoint(15, 0));
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://help.kombo.dev/a?b=c"_s)});
    QVERIFY(view.source().isEmpty());
    QCOMPARE(view.document()->toPlainText(), u"the guide"_s);
}

void ToolNoteTest::tellsTheRealHost()
{
    NoteView view;
    view.setNote(u"[https://kombo.dev](https://evil.example/x \"https://kombo.dev\")"_s);
    view.resize(400, 100);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QPoint word =
        view.cursorRect(QTextCursor(view.document()->begin())).center() + QPoint(15, 0);
    QHelpEvent help(QEvent::ToolTip, word, view.viewport()->mapToGlobal(word));
    QApplication::sendEvent(view.viewport(), &help);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().contains("evil.example"_L1), qPrintable(QToolTip::text()));
    QVERIFY(!QToolTip::text().contains("kombo"_L1));
    QToolTip::hideText();
}

void ToolNoteTest::bearsMonsters_data()
{
    QTest::addColumn<QString>("markdown");
    const auto many = [](const QString &text) { return text.repeated(60'000 / text.size()); };
    QTest::newRow("long") << many(u"word "_s);
    QTest::newRow("one endless word") << many(u"x"_s);
    QTest::newRow("many lines") << many(u"- x\n"_s);
    QTest::newRow("quotes in quotes") << many(u"> "_s) + u'x';
    QTest::newRow("lists in lists") << many(u"- "_s) + u'x';
    QTest::newRow("numbered lists in lists") << many(u"1. "_s) + u'x';
    QTest::newRow("lists in lists, line by line") << [] {
        QString text;
        for (int i = 0; i < 100; ++i)
            text += QString(2 * i, u' ') + u"- x\n"_s;
        return text;
    }();
    QTest::newRow("brackets") << many(u"["_s);
    QTest::newRow("pictures in pictures") << many(u"!["_s) + many(u"](x)"_s);
    QTest::newRow("stars") << many(u"*a **b "_s);
    QTest::newRow("backticks") << many(u"`a "_s);
    QTest::newRow("a wide table") << many(u"|a"_s) + u'\n' + many(u"|-"_s);
    QTest::newRow("entities") << many(u"&#x10FFFF;&nbsp;"_s);
    QTest::newRow("links") << many(u"[a](https://x.example) "_s);
    QTest::newRow("null characters") << QString(60'000, QChar::Null);
    QTest::newRow("halves of characters") << QString(60'000, QChar(0xD800));
    QTest::newRow("marks on one letter") << u'a' + QString(60'000, QChar(0x0301));
    QTest::newRow("from right to left") << many(u"\u202Eabc"_s);
}

void ToolNoteTest::bearsMonsters()
{
    QFETCH(QString, markdown);
    QElapsedTimer timer;
    timer.start();
    NoteView view;
    view.resize(300, 200);
    view.setNote(markdown);
    view.show();
    view.grab();
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(view.document()->characterCount() <= NoteDocument::longest + 100);
    QVERIFY(view.document()->blockCount() <= 200); // a thousand of them take seconds
    QVERIFY(view.height() <= 2'000);
}

void ToolNoteTest::isNoHigherThanItsText()
{
    NoteView view;
    view.setFixedWidth(400);
    view.setNote(u"One line"_s);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const int low = view.height();
    view.setNote(u"One\n\ntwo\n\nthree"_s);
    QVERIFY(view.height() > low);
    view.setNote(u"One line"_s);
    QCOMPARE(view.height(), low);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const Theme theme;
    ToolNoteTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_toolnote.moc"
