// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/viewingconditions.h"

#include "support/stricttest.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace desk;

class ViewingConditionsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsOutOfBounds_data();
    void refusesWhatIsOutOfBounds();
    void namesEveryProblem();
    void tellsWhatDiffers_data();
    void tellsWhatDiffers();
    void turnsAroundAndBack();
    void hasThePresetsInOrder();
    void takesFromAPresetOnlyTheDevice();
};

namespace {

using Change = void (*)(ViewingConditions &);

ViewingConditions changed(Change change)
{
    ViewingConditions conditions;
    change(conditions);
    return conditions;
}

} // namespace

Q_DECLARE_METATYPE(Change)

void ViewingConditionsTest::refusesWhatIsOutOfBounds_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("named");

    const auto row = [](const char *name, Change change, const QString &named) {
        QTest::newRow(name) << change << named;
    };
    const QString none;
    row(
        "nothing changed", [](auto &) {}, none);
    row(
        "the smallest size", [](auto &c) { c.size = QSize(200, 200); }, none);
    row(
        "the largest size", [](auto &c) { c.size = QSize(4096, 4096); }, none);
    row(
        "too narrow", [](auto &c) { c.size = QSize(199, 600); }, u"199 × 600"_s);
    row(
        "too low", [](auto &c) { c.size = QSize(600, 199); }, u"600 × 199"_s);
    row(
        "too wide", [](auto &c) { c.size = QSize(4097, 600); }, u"4097 × 600"_s);
    row(
        "too high", [](auto &c) { c.size = QSize(600, 4097); }, u"600 × 4097"_s);
    row(
        "the smallest scale", [](auto &c) { c.deviceScale = 0.5; }, none);
    row(
        "the largest scale", [](auto &c) { c.deviceScale = 4; }, none);
    row(
        "a scale too small", [](auto &c) { c.deviceScale = 0.49; }, u"0.49×"_s);
    row(
        "a scale too large", [](auto &c) { c.deviceScale = 4.01; }, u"4.01×"_s);
    row(
        "a scale that is no number",
        [](auto &c) { c.deviceScale = std::numeric_limits<double>::quiet_NaN(); }, u"nan"_s);
    row(
        "the smallest zoom", [](auto &c) { c.zoom = 50; }, none);
    row(
        "the largest zoom", [](auto &c) { c.zoom = 200; }, none);
    row(
        "a zoom too small", [](auto &c) { c.zoom = 49; }, u"49 %"_s);
    row(
        "a zoom too large", [](auto &c) { c.zoom = 201; }, u"201 %"_s);
    row(
        "a language list", [](auto &c) { c.language = u"de-DE, de;q=0.8"_s; }, none);
    row(
        "a line break in the language", [](auto &c) { c.language = u"de\r\nCookie: a"_s; },
        u"language"_s);
    row(
        "the longest language", [](auto &c) { c.language = QString(512, u'a'); }, none);
    row(
        "a language too long", [](auto &c) { c.language = QString(513, u'a'); }, u"512"_s);
    row(
        "a line break in the user agent", [](auto &c) { c.userAgent = u"a\nb"_s; },
        u"user agent"_s);
    row(
        "letters with accents", [](auto &c) { c.userAgent = u"tëst"_s; }, u"accents"_s);
}

void ViewingConditionsTest::refusesWhatIsOutOfBounds()
{
    QFETCH(Change, change);
    QFETCH(QString, named);
    const QStringList problems = changed(change).problems();
    QCOMPARE(problems.size(), named.isEmpty() ? 0 : 1);
    QVERIFY2(problems.join(u' ').contains(named), qPrintable(problems.join(u' ')));
}

void ViewingConditionsTest::namesEveryProblem()
{
    ViewingConditions conditions;
    conditions.size = QSize(1, 1);
    conditions.deviceScale = 9;
    conditions.zoom = 1;
    conditions.language = u"\n"_s;
    conditions.userAgent = u"\n"_s;
    QCOMPARE(conditions.problems().size(), 5);
}

void ViewingConditionsTest::tellsWhatDiffers_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("facts");
    QTest::addColumn<QString>("caption");

    const auto row = [](const char *name, Change change, const QString &facts,
                         const QString &caption) {
        QTest::newRow(name) << change << facts << caption;
    };
    row("nothing", [](auto &) {}, {}, {});
    row(
        "size", [](auto &c) { c.size = QSize(390, 844); }, u"Viewport: 390 × 844 CSS pixels"_s,
        u"390 × 844"_s);
    row(
        "scale", [](auto &c) { c.deviceScale = 1.5; }, u"Device scale: 1.5×"_s, u"1.5×"_s);
    row(
        "touch", [](auto &c) { c.hasTouch = true; }, u"Touch: yes"_s, u"touch"_s);
    row(
        "zoom", [](auto &c) { c.zoom = 150; }, u"Zoom: 150 %"_s, u"150 %"_s);
    row("light", [](auto &c) { c.scheme = PageScheme::Light; }, u"Colour scheme: light"_s, {});
    row("dark", [](auto &c) { c.scheme = PageScheme::Dark; }, u"Colour scheme: dark"_s, {});
    row("motion", [](auto &c) { c.reducesMotion = true; }, u"Reduced motion: yes"_s, {});
    row("language", [](auto &c) { c.language = u"fr"_s; }, u"Accept-Language: fr"_s, {});
    row("agent", [](auto &c) { c.userAgent = u"Test/1"_s; }, u"User-Agent: Test/1"_s, {});
    row(
        "a phone",
        [](auto &c) {
            c = ViewportPreset{{390, 844}, 2, true}.appliedTo(c);
            c.zoom = 50;
        },
        u"Viewport: 390 × 844 CSS pixels|Device scale: 2×|Touch: yes|Zoom: 50 %"_s,
        u"390 × 844 · 2× · touch · 50 %"_s);
}

void ViewingConditionsTest::tellsWhatDiffers()
{
    QFETCH(Change, change);
    const ViewingConditions conditions = changed(change);
    QStringList facts;
    const auto pairs = conditions.facts();
    for (const auto &[name, value] : pairs)
        facts.append(name + u": "_s + value);
    QTEST(facts.join(u'|'), "facts");
    QTEST(conditions.caption(), "caption");
    QCOMPARE(conditions.isDefault(), facts.isEmpty());
}

void ViewingConditionsTest::turnsAroundAndBack()
{
    const auto phone = ViewportPreset{{390, 844}, 3, true}.appliedTo({});
    QCOMPARE(phone.rotated().size, QSize(844, 390));
    QCOMPARE(phone.rotated().deviceScale, 3);
    QVERIFY(phone.rotated().hasTouch);
    QCOMPARE(phone.rotated().rotated(), phone);
    QCOMPARE(ViewingConditions().rotated(), ViewingConditions());
}

void ViewingConditionsTest::hasThePresetsInOrder()
{
    QList<QSize> sizes;
    const auto presets = viewportPresets();
    for (const ViewportPreset &preset : presets) {
        sizes.append(preset.size);
        QCOMPARE(preset.appliedTo({}).problems(), QStringList());
    }
    const QList<QSize> expected{{360, 640}, {390, 844}, {768, 1024}, {1280, 800}, {1440, 900}};
    QCOMPARE(sizes, expected);
}

void ViewingConditionsTest::takesFromAPresetOnlyTheDevice()
{
    ViewingConditions conditions;
    conditions.zoom = 75;
    conditions.scheme = PageScheme::Dark;
    conditions.reducesMotion = true;
    conditions.language = u"fr"_s;
    conditions.userAgent = u"Test/1"_s;
    const auto onDevice = ViewportPreset{{360, 640}, 3, true}.appliedTo(conditions);
    conditions.size = QSize(360, 640);
    conditions.deviceScale = 3;
    conditions.hasTouch = true;
    QCOMPARE(onDevice, conditions);
}

QTEST_GUILESS_MAIN(ViewingConditionsTest)
#include "tst_viewingconditions.moc"
