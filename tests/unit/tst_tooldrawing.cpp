// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "catalogue/picturedrawing.h"
#include "catalogue/svgguard.h"

#include "support/stricttest.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr QSize asked(20, 20);

QByteArray svg(const QByteArray &content, const QByteArray &attributes = R"(viewBox="0 0 64 64")")
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )"
        + attributes + ">" + content + "</svg>";
}

QByteArray redBox()
{
    return svg(R"(<rect width="64" height="64" fill="#ff0000"/>)");
}

QByteArray bitmap(QSize size, const char *format, Qt::GlobalColor colour = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

// A PNG that promises more pixels than it has.
QByteArray promising(quint32 width, quint32 height)
{
    QByteArray png = bitmap({8, 8}, "png");
    const auto put = [&png](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            png[at + i] = static_cast<char>(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    // The checksum of the header, which covers its name and its 13 bytes.
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : png.sliced(12, 17)) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320 : 0);
    }
    put(29, ~crc);
    return png;
}

QByteArray nested(int depth)
{
    return svg(QByteArray("<g>").repeated(depth) + R"(<rect width="64" height="64"/>)"
        + QByteArray("</g>").repeated(depth));
}

} // namespace

class ToolDrawingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void drawsWhatItKnows_data();
    void drawsWhatItKnows();
    void keepsTheShape();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void takesOutWhatReachesOutside_data();
    void takesOutWhatReachesOutside();
    void drawsNoLocalPicture();
    void isNeverSlow_data();
    void isNeverSlow();
    void keepsWhatMakesAnIcon();
};

void ToolDrawingTest::drawsWhatItKnows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("SVG") << redBox();
    QTest::newRow("SVG behind a byte order mark and a declaration")
        << "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + redBox();
    QTest::newRow("SVG without a size") << svg(R"(<rect width="64" height="64" fill="red"/>)", {});
    QTest::newRow("SVG coloured by a sheet")
        << svg(R"(<style>.a{fill:#f00}</style><rect class="a" width="64" height="64"/>)");
    QTest::newRow("SVG with a shape that is used") << svg(
        R"(<defs><rect id="r" width="64" height="64" fill="red"/></defs><use xlink:href="#r"/>)");
    QTest::newRow("SVG with a gradient") << svg(
        R"(<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>)"
        R"~(<rect width="64" height="64" fill="url(#g)"/>)~");
    QTest::newRow("PNG") << bitmap({64, 64}, "png");
    QTest::newRow("a PNG of one pixel") << bitmap({1, 1}, "png");
    QTest::newRow("JPEG") << bitmap({64, 64}, "jpg");
}

void ToolDrawingTest::drawsWhatItKnows()
{
    QFETCH(QByteArray, bytes);
    const QImage image = drawnPicture(bytes, asked);
    QCOMPARE(image.size(), asked);
    const QColor middle = image.pixelColor(10, 10);
    QVERIFY2(middle.red() > 240 && middle.green() < 20 && middle.alpha() == 255,
        qPrintable(middle.name(QColor::HexArgb)));
}

void ToolDrawingTest::keepsTheShape()
{
    for (const QByteArray &bytes : {bitmap({64, 16}, "png"),
             svg(R"(<rect width="64" height="16" fill="red"/>)", R"(viewBox="0 0 64 16")")}) {
        const QImage image = drawnPicture(bytes, asked);
        QCOMPARE(image.pixelColor(10, 1).alpha(), 0);
        QCOMPARE(image.pixelColor(10, 18).alpha(), 0);
        QCOMPARE(image.pixelColor(10, 10).red(), 255);
    }
}

void ToolDrawingTest::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("Not found");
    QTest::newRow("a page") << QByteArray("<!DOCTYPE html><html><body>404</body></html>");
    QTest::newRow("a page without a document type") << QByteArray("<html><body>404</body></html>");
    QTest::newRow("JSON") << QByteArray(R"({"error":"gone"})");
    QTest::newRow("half an SVG") << redBox().first(60);
    QTest::newRow("half a PNG") << bitmap({64, 64}, "png").first(20);
    QTest::newRow("a packed SVG") << QByteArray::fromHex("1f8b08000000000000ff") + redBox();
    QTest::newRow("BMP, which has no guard") << bitmap({64, 64}, "bmp");
    QTest::newRow("a PNG that promises too many pixels") << promising(30'000, 30'000);
    QTest::newRow("a PNG that promises a long line") << promising(2'000'000, 1);
    QTest::newRow("a bomb of entities")
        << R"(<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">)"
           R"(<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>)"
            + svg("<text>&c;</text>");
    QTest::newRow("an entity from a file")
        << R"(<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>)" + svg("<text>&x;</text>");
    QTest::newRow("a sheet from a file")
        << R"(<?xml-stylesheet type="text/css" href="/etc/passwd"?>)" + redBox();
    QTest::newRow("deep nesting") << nested(40);
    QTest::newRow("nesting without an end") << QByteArray("<svg>").repeated(40'000);
    QTest::newRow("too many elements") << svg(QByteArray("<path/>").repeated(2'001));
    QTest::newRow("too many elements of no use") << svg(QByteArray("<x/>").repeated(2'001));
    QTest::newRow("too large") << svg("<!--" + QByteArray(300'000, 'x') + "-->");
    QTest::newRow("something that uses itself") << svg(R"(<g id="a"><use xlink:href="#a"/></g>)");
    QTest::newRow("two that use each other")
        << svg(R"(<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>)");
    QTest::newRow("gradients in a circle") << svg(
        R"(<linearGradient id="a" xlink:href="#b"/><linearGradient id="b" xlink:href="#a"/>)");
    QTest::newRow("uses of uses, which multiply")
        << svg(R"(<g id="a"><path/></g><g id="b"><use href="#a"/><use href="#a"/></g>)"
               R"(<g id="c"><use href="#b"/><use href="#b"/></g><use href="#c"/>)");
    QTest::newRow("a sheet that calls for another one")
        << svg(R"(<style>@import url("file:///etc/passwd");</style>)");
    QTest::newRow("a sheet of parentheses")
        << svg("<style>a{fill:" + QByteArray(8'000, '(') + "}</style>");
    QTest::newRow("a novel") << svg("<text>" + QByteArray(600, 'x') + "</text>");
}

void ToolDrawingTest::refusesWhatIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(drawnPicture(bytes, asked).isNull());
}

void ToolDrawingTest::takesOutWhatReachesOutside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a picture from the network")
        << QByteArray(R"(<image href="https://x.example/a"/>)");
    QTest::newRow("a picture from a file")
        << QByteArray(R"(<image xlink:href="file:///etc/passwd"/>)");
    QTest::newRow("a picture within")
        << QByteArray(R"(<image href="data:image/png;base64,AAAA"/>)");
    QTest::newRow("a script") << QByteArray(R"(<script>alert(1)</script>)");
    QTest::newRow("HTML") << QByteArray(
        R"(<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>)");
    QTest::newRow("an event") << QByteArray(R"~(<rect onload="alert(1)"/>)~");
    QTest::newRow("an animation") << QByteArray(R"(<animate attributeName="x" dur="1s"/>)");
    QTest::newRow("a use of another document")
        << QByteArray(R"(<use xlink:href="https://x.example/a.svg#b"/>)");
    QTest::newRow("a paint of another document")
        << QByteArray(R"~(<rect fill="url(https://x.example/a.svg#b)"/>)~");
    QTest::newRow("a paint of another document, in a style")
        << QByteArray(R"~(<rect style="fill:url( 'https://x.example/a.svg#b')"/>)~");
    QTest::newRow("dashes") << QByteArray(R"(<path d="M0 0H9" stroke-dasharray="0.0001"/>)");
    QTest::newRow("dashes in a style")
        << QByteArray(R"(<path d="M0 0H9" style="stroke:red;stroke-dasharray:0.0001"/>)");
    QTest::newRow("dashes in a sheet")
        << QByteArray(R"(<style>path{stroke-DASHARRAY:0.0001}</style>)");
    QTest::newRow("an escape in a style")
        << QByteArray(R"(<path style="stroke-dash\61rray:0.0001"/>)");
}

void ToolDrawingTest::takesOutWhatReachesOutside()
{
    QFETCH(QByteArray, content);
    const std::optional<QByteArray> safe = guardedSvg(svg(content));
    QVERIFY(safe.has_value());
    static const QRegularExpression outside(
        u"https://x|file:|data:|alert|dash|animate|image|foreign|\\\\"_s,
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!outside.match(QString::fromUtf8(*safe)).hasMatch(), safe->constData());
}

void ToolDrawingTest::drawsNoLocalPicture()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bitmap({64, 64}, "png"));
    file.close();
    const QByteArray name = path.toUtf8();
    const QByteArray size = R"(<image width="64" height="64" xlink:href=")";
    const QImage image =
        drawnPicture(svg(size + name + "\"/>" + size + "file://" + name + "\"/>"), asked);
    QCOMPARE(image.pixelColor(10, 10).alpha(), 0);
}

void ToolDrawingTest::isNeverSlow_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("warning"); // of Qt, if any
    const QByteArray path = "M0 0" + QByteArray("L64 64L0 64").repeated(15'000);
    QTest::newRow("a long path") << svg(R"(<path stroke="red" stroke-width="9" d=")" + path
        + "\"/>") << QByteArray();
    QTest::newRow("many uses of many shapes")
        << svg("<g id=\"a\">" + QByteArray(R"(<circle r="30" cx="32" cy="32"/>)").repeated(1'900)
               + "</g>" + QByteArray(R"(<use href="#a"/>)").repeated(60))
        << QByteArray();
    QTest::newRow("huge numbers") << svg(
        R"(<path stroke="red" stroke-width="1e30" d="M-1e30 -1e30C1e30 0 0 1e30 1e38 1e38A1e30 1 9 1 1 0 0"/>)"
        R"~(<circle r="1e30"/><text font-size="1e9">x</text><g transform="scale(1e30)"><rect width="1e30" height="1e30" stroke="red"/></g>)~")
                                  << QByteArray("QPen::setWidthF: Setting a pen width that is out "
                                                "of range");
    QTest::newRow("numbers that are none")
        << svg(R"(<path d="MnanNaN Linf-inf"/><rect width="-5" height="nan"/><circle r="inf"/>)")
        << QByteArray("Invalid path data; path truncated.");
    QTest::newRow("a huge view box") << svg(
        R"(<rect width="9" height="9"/>)", R"(viewBox="0 0 1e30 1e30" width="1e9" height="1e9")")
                                     << QByteArray();
    QTest::newRow("an empty view box")
        << svg(R"(<rect width="9" height="9"/>)", R"(viewBox="0 0 0 0")") << QByteArray();
    QTest::newRow("many stops") << svg("<linearGradient id=\"a\">"
        + QByteArray(R"(<stop offset=".5" stop-color="red"/>)").repeated(1'900)
        + R"~(</linearGradient><rect width="64" height="64" fill="url(#a)"/>)~")
                                << QByteArray();
    QTest::newRow("a sheet of many rules")
        << svg("<style>" + QByteArray(".a{fill:red}").repeated(199) + "</style>"
               + QByteArray(R"(<path class="a"/>)").repeated(1'900))
        << QByteArray();
}

void ToolDrawingTest::isNeverSlow()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, warning);
    if (!warning.isEmpty())
        QTest::ignoreMessage(QtWarningMsg, warning.constData());
    QElapsedTimer timer;
    timer.start();
    drawnPicture(bytes, asked);
    QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
}

void ToolDrawingTest::keepsWhatMakesAnIcon()
{
    const std::optional<QByteArray> safe = guardedSvg(
        svg(R"~(<title>Acme</title><g transform="translate(1 2)" opacity=".5"><path d="M0 0L9 9" )~"
            R"(style="fill:none; stroke : red;font:x" fill-rule="evenodd"/></g>)"));
    QVERIFY(safe.has_value());
    const QString text = QString::fromUtf8(*safe);
    for (const auto &part : {u"viewBox=\"0 0 64 64\""_s, u"translate(1 2)"_s, u"opacity=\".5\""_s,
             u"d=\"M0 0L9 9\""_s, u"style=\"fill:none;stroke : red;\""_s, u"evenodd"_s}) {
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    }
    QVERIFY(!text.contains("title"_L1));
}

DESK_TEST_MAIN(QGuiApplication, ToolDrawingTest)
#include "tst_tooldrawing.moc"
