// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/instruments/viewtoolbar.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;

class ViewToolbarTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void choosesAPresetWithItsDevice();
    void fitsTheWindowAgain();
    void turnsTheViewport();
    void zooms();
    void saysNothingWhenItIsTold();
    void showsASizeOfItsOwn();
    void asksForPicturesOnlyOfAPage();
    void namesEveryControl();
    void becomesOneMenuWhereItIsNarrow();
};

namespace {

void activate(QComboBox *box, const QString &text)
{
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

QComboBox *preset(ViewToolbar &bar)
{
    return bar.findChild<QComboBox *>(u"viewportPreset"_s);
}

QToolButton *button(ViewToolbar &bar, const QString &name)
{
    return bar.findChild<QToolButton *>(name);
}

} // namespace

void ViewToolbarTest::choosesAPresetWithItsDevice()
{
    ViewToolbar bar;
    QSignalSpy chosen(&bar, &ViewToolbar::conditionsChosen);
    activate(preset(bar), u"390 × 844"_s);
    QCOMPARE(chosen.size(), 1);
    const auto conditions = chosen.first().first().value<ViewingConditions>();
    QCOMPARE(conditions.size, QSize(390, 844));
    QCOMPARE(conditions.deviceScale, 3);
    QVERIFY(conditions.hasTouch);
    QCOMPARE(bar.conditions(), conditions);
}

void ViewToolbarTest::fitsTheWindowAgain()
{
    ViewToolbar bar;
    ViewingConditions dark;
    dark.scheme = PageScheme::Dark;
    bar.setConditions(viewportPresets().first().appliedTo(dark));
    activate(preset(bar), u"Fit window"_s);
    QCOMPARE(bar.conditions(), dark);
}

void ViewToolbarTest::turnsTheViewport()
{
    ViewToolbar bar;
    QToolButton *rotate = button(bar, u"rotateViewportButton"_s);
    QVERIFY(!rotate->isEnabled());
    activate(preset(bar), u"360 × 640"_s);
    rotate->click();
    QCOMPARE(bar.conditions().size, QSize(640, 360));
    QCOMPARE(preset(bar)->currentText(), u"640 × 360"_s);
    rotate->click();
    QCOMPARE(preset(bar)->currentText(), u"360 × 640"_s);
    QCOMPARE(preset(bar)->findText(u"640 × 360"_s), -1);
}

void ViewToolbarTest::zooms()
{
    ViewToolbar bar;
    activate(bar.findChild<QComboBox *>(u"viewportZoom"_s), u"150 %"_s);
    QCOMPARE(bar.conditions().zoom, 150);
}

void ViewToolbarTest::saysNothingWhenItIsTold()
{
    ViewToolbar bar;
    const QSignalSpy chosen(&bar, &ViewToolbar::conditionsChosen);
    bar.setConditions(viewportPresets().last().appliedTo({}));
    QCOMPARE(preset(bar)->currentText(), u"1440 × 900"_s);
    QCOMPARE(chosen.size(), 0);
}

void ViewToolbarTest::showsASizeOfItsOwn()
{
    ViewToolbar bar;
    ViewingConditions conditions;
    conditions.size = QSize(500, 700);
    conditions.zoom = 60;
    bar.setConditions(conditions);
    QCOMPARE(preset(bar)->currentText(), u"500 × 700"_s);
    QCOMPARE(bar.findChild<QComboBox *>(u"viewportZoom"_s)->currentText(), u"60 %"_s);
    bar.setConditions({});
    QCOMPARE(preset(bar)->currentText(), u"Fit window"_s);
    QCOMPARE(preset(bar)->findText(u"500 × 700"_s), -1);
}

void ViewToolbarTest::asksForPicturesOnlyOfAPage()
{
    ViewToolbar bar;
    QToolButton *screenshots = button(bar, u"screenshotButton"_s);
    QToolButton *tools = button(bar, u"developerToolsButton"_s);
    QVERIFY(!screenshots->isEnabled());
    QVERIFY(!tools->isEnabled());
    bar.setHasPage(true);
    QStringList asked;
    connect(&bar, &ViewToolbar::screenshotRequested, this,
        [&asked](bool isFullPage, ViewToolbar::Destination destination) {
            asked.append((isFullPage ? u"page to "_s : u"view to "_s)
                + (destination == ViewToolbar::Destination::File ? u"file"_s : u"clipboard"_s));
        });
    const auto actions = screenshots->menu()->actions();
    for (QAction *action : actions)
        action->trigger();
    const QStringList expected{
        u"view to file"_s, u"view to clipboard"_s, u"page to file"_s, u"page to clipboard"_s};
    QCOMPARE(asked, expected);
    const QSignalSpy wanted(&bar, &ViewToolbar::developerToolsRequested);
    tools->click();
    QCOMPARE(wanted.size(), 1);
}

void ViewToolbarTest::namesEveryControl()
{
    ViewToolbar bar;
    const auto buttons = bar.findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 5);
    for (const QToolButton *each : buttons) {
        QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
        QCOMPARE(each->toolTip(), each->accessibleName());
        QVERIFY(each->focusPolicy() & Qt::TabFocus);
    }
    const auto boxes = bar.findChildren<QComboBox *>();
    for (const QComboBox *box : boxes)
        QVERIFY(!box->accessibleName().isEmpty());
}

void ViewToolbarTest::becomesOneMenuWhereItIsNarrow()
{
    ViewToolbar bar;
    bar.resize(bar.sizeHint());
    bar.show();
    QToolButton *view = button(bar, u"viewButton"_s);
    QVERIFY(!view->isVisible());
    QVERIFY(preset(bar)->isVisible());
    bar.resize(bar.minimumSizeHint());
    QVERIFY(view->isVisible());
    QVERIFY(!preset(bar)->isVisible());
    Q_EMIT view->menu()->aboutToShow();
    QMenu *viewports = view->menu()->actions().first()->menu();
    QVERIFY(viewports);
    viewports->actions().at(2)->trigger();
    QCOMPARE(bar.conditions().size, QSize(390, 844));
}

DESK_TEST_MAIN(QApplication, ViewToolbarTest)
#include "tst_viewtoolbar.moc"
