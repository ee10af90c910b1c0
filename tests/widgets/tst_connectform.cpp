// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/connectform.h"
#include "ui/theme/theme.h"
#include "ui/tools/tooloffer.h"

#include "api/createlink.h"

#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;

Q_DECLARE_METATYPE(QList<QVariant>)
Q_DECLARE_METATYPE(desk::DetailsField)

namespace {

ConnectDetails full()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    details.tool = u"personio"_s;
    details.remoteEnvironment = u"staging"_s;
    details.scopeConfigId = u"scope-1"_s;
    details.filtering = true;
    details.fieldMapping = true;
    details.language = FlowLanguage::German;
    return details;
}

ToolOffer offering(const QStringList &ids)
{
    ToolOffer offer;
    offer.state = ToolOffer::State::Ready;
    offer.fetchedAt = QDateTime::currentDateTimeUtc();
    for (const QString &id : ids) {
        Tool tool;
        tool.id = id;
        tool.label = id;
        offer.tools.append(tool);
    }
    return offer;
}

} // namespace

class ConnectFormTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlIsNamedByItsLabel_data();
    void everyControlIsNamedByItsLabel();
    void tabsInReadingOrder();
    void speaksOnlyAfterAFieldWasLeft();
    void staysSilentWhenAnotherWindowComesUp();
    void cleansWhatWasPasted_data();
    void cleansWhatWasPasted();
    void anEmptyOptionalFieldIsAbsent();
    void keepsEveryCharacter();
    void submitsOnlyWhatIsComplete();
    void pressesTwiceButSubmitsOnce();
    void keepsWhatWasTypedWhileCreating();
    void saysWhenItIsComplete();
    void holdsAllElevenFields();
    void opensAdvancedOnlyWhereSomethingIsSet();
    void marksWhatAdvancedHides();
    void locksWithAReason_data();
    void locksWithAReason();
    void keepsWhatALockedFieldHolds();
    void clearsAToolThatIsNotOffered();
    void waitsForTheListBeforeItClearsATool();
    void bringsBackWhatACategoryTookAway();
    void keepsAToolThatWasTypedForTheNewCategory();
    void asksForAnOriginIdWhereTheProfileDoes();
    void takesTheProfilesDefaults();
    void marksTheFieldThatTheServerRefused_data();
    void marksTheFieldThatTheServerRefused();
    void saysWhatALinkTypeMeans();
    void sendsWhatItHoldsAndNothingElse();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_form->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    QLineEdit *edit(const char *name) { return find<QLineEdit>(name); }
    void type(const char *name, const QString &text)
    {
        edit(name)->setFocus();
        edit(name)->clear();
        QTest::keyClicks(edit(name), text);
    }

    void chooseCategory(Category category)
    {
        auto *combo = find<QComboBox>("categoryCombo");
        combo->setCurrentIndex(combo->findData(QVariant::fromValue(category)));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ConnectForm> m_form;
};

void ConnectFormTest::init()
{
    StrictTest::init();
    m_form = std::make_unique<ConnectForm>();
    m_form->resize(420, 1000);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void ConnectFormTest::cleanup()
{
    m_form.reset();
}

void ConnectFormTest::everyControlIsNamedByItsLabel_data()
{
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QString>("label");
    QTest::newRow("email") << QByteArray("emailEdit") << u"Email"_s;
    QTest::newRow("organization") << QByteArray("organizationEdit") << u"Organization"_s;
    QTest::newRow("origin ID") << QByteArray("originIdEdit") << u"Origin ID"_s;
    QTest::newRow("category") << QByteArray("categoryCombo") << u"Category"_s;
    QTest::newRow("language") << QByteArray("languageCombo") << u"Language"_s;
    QTest::newRow("tool") << QByteArray("toolEdit") << u"Tool"_s;
    QTest::newRow("link type") << QByteArray("linkTypeCombo") << u"Link type"_s;
    QTest::newRow("scope config") << QByteArray("scopeConfigEdit") << u"Scope config ID"_s;
    QTest::newRow("remote environment")
        << QByteArray("remoteEnvironmentEdit") << u"Remote environment"_s;
}

void ConnectFormTest::everyControlIsNamedByItsLabel()
{
    QFETCH(QByteArray, control);
    QFETCH(QString, label);
    auto *widget = find<QWidget>(control.constData());
    QCOMPARE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name), label);
    const QList<QLabel *> labels = m_form->findChildren<QLabel *>();
    const bool hasLabel = std::any_of(labels.cbegin(), labels.cend(),
        [&](const QLabel *known) { return known->buddy() == widget && known->text() == label; });
    QVERIFY(hasLabel);
}

void ConnectFormTest::tabsInReadingOrder()
{
    const QList<const char *> order{"emailEdit", "organizationEdit", "originIdEdit",
        "categoryCombo", "languageCombo", "toolEdit", "linkTypeCombo", "advancedToggle",
        "createLinkButton"};
    m_form->focusFirstField();
    for (const char *name : order) {
        QCOMPARE(QApplication::focusWidget(), find<QWidget>(name));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

void ConnectFormTest::speaksOnlyAfterAFieldWasLeft()
{
    auto *error = find<QLabel>("emailError");
    type("emailEdit", u"jo"_s);
    QVERIFY(!error->isVisible());
    QTest::keyClick(edit("emailEdit"), Qt::Key_Tab);
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains("Email"_L1));
    QCOMPARE(edit("emailEdit")->accessibleDescription(), error->text());
    // Once told, the sentence goes as soon as the reason is gone.
    type("emailEdit", u"jo@northwind.example"_s);
    QVERIFY(!error->isVisible());
}

void ConnectFormTest::staysSilentWhenAnotherWindowComesUp()
{
    type("emailEdit", u"jo"_s);
    QWidget other;
    other.show();
    other.activateWindow();
    QTRY_VERIFY(!edit("emailEdit")->hasFocus());
    QVERIFY(!find<QLabel>("emailError")->isVisible());
}

void ConnectFormTest::cleansWhatWasPasted_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("blanks around") << u"  Northwind Ltd  "_s;
    QTest::newRow("a line break behind") << u"Northwind Ltd\r\n"_s;
    QTest::newRow("zero-width characters around") << u"\u200BNorthwind Ltd\uFEFF"_s;
}

void ConnectFormTest::cleansWhatWasPasted()
{
    QFETCH(QString, pasted);
    QApplication::clipboard()->setText(pasted);
    edit("organizationEdit")->setFocus();
    edit("organizationEdit")->paste();
    QTest::keyClick(edit("organizationEdit"), Qt::Key_Tab);
    QCOMPARE(edit("organizationEdit")->text(), u"Northwind Ltd"_s);
}

void ConnectFormTest::anEmptyOptionalFieldIsAbsent()
{
    type("emailEdit", u"jo@northwind.example"_s);
    type("organizationEdit", u"Northwind Ltd"_s);
    type("originIdEdit", u"   "_s);
    type("toolEdit", u" "_s);
    const ConnectDetails details = m_form->details();
    QVERIFY(!details.originId.has_value());
    QVERIFY(!details.tool.has_value());
}

void ConnectFormTest::keepsEveryCharacter()
{
    const QString organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    QApplication::clipboard()->setText(organization);
    edit("organizationEdit")->setFocus();
    edit("organizationEdit")->paste();
    QTest::keyClick(edit("organizationEdit"), Qt::Key_Tab);
    QCOMPARE(m_form->details().organization, organization);
}

void ConnectFormTest::submitsOnlyWhatIsComplete()
{
    QSignalSpy submitted(m_form.get(), &ConnectForm::submitted);
    m_form->submit();
    QCOMPARE(submitted.count(), 0);
    QVERIFY(find<QLabel>("emailError")->isVisible());
    QVERIFY(find<QLabel>("organizationError")->isVisible());
    QCOMPARE(QApplication::focusWidget(), edit("emailEdit"));

    type("emailEdit", u"jo@northwind.example"_s);
    type("organizationEdit", u"Northwind Ltd"_s);
    QTest::mouseClick(find<QPushButton>("createLinkButton"), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
}

void ConnectFormTest::pressesTwiceButSubmitsOnce()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    m_form->setDetails(details);
    QSignalSpy submitted(m_form.get(), &ConnectForm::submitted);
    connect(
        m_form.get(), &ConnectForm::submitted, m_form.get(), [this] { m_form->setCreating(true); });
    auto *button = find<QPushButton>("createLinkButton");
    QTest::mouseDClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    m_form->submit();
    QCOMPARE(submitted.count(), 1);
}

void ConnectFormTest::keepsWhatWasTypedWhileCreating()
{
    type("emailEdit", u"jo@northwind.example"_s);
    auto *button = find<QPushButton>("createLinkButton");
    const int width = button->width();
    m_form->setCreating(true);
    QCOMPARE(button->text(), u"Creating link…"_s);
    QCOMPARE(button->width(), width);
    m_form->setCreating(false);
    QCOMPARE(button->text(), u"Create link"_s);
    QCOMPARE(edit("emailEdit")->text(), u"jo@northwind.example"_s);
}

void ConnectFormTest::saysWhenItIsComplete()
{
    QSignalSpy changed(m_form.get(), &ConnectForm::completenessChanged);
    type("emailEdit", u"jo@northwind.example"_s);
    QCOMPARE(changed.count(), 0);
    type("organizationEdit", u"N"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_form->isComplete());
    edit("emailEdit")->clear();
    QCOMPARE(changed.count(), 2);
    QVERIFY(!m_form->isComplete());
}

void ConnectFormTest::holdsAllElevenFields()
{
    m_form->setDetails(full());
    QCOMPARE(m_form->details(), full());
}

void ConnectFormTest::opensAdvancedOnlyWhereSomethingIsSet()
{
    QVERIFY(!edit("scopeConfigEdit")->isVisible());
    m_form->setDetails(full());
    QVERIFY(edit("scopeConfigEdit")->isVisible());
    m_form->clear();
    QVERIFY(!edit("scopeConfigEdit")->isVisible());
}

void ConnectFormTest::marksWhatAdvancedHides()
{
    auto *toggle = find<QPushButton>("advancedToggle");
    QCOMPARE(toggle->text(), u"Advanced"_s);
    m_form->setDetails(full());
    QTest::mouseClick(toggle, Qt::LeftButton);
    QVERIFY(!edit("scopeConfigEdit")->isVisible());
    QVERIFY2(toggle->text().contains("4 set"_L1), qPrintable(toggle->text()));
    QCOMPARE(toggle->accessibleName(), u"Advanced"_s);
    QVERIFY(toggle->accessibleDescription().contains("4 set"_L1));
}

void ConnectFormTest::locksWithAReason_data()
{
    QTest::addColumn<ConnectDetails>("details");
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QByteArray>("hint");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *control, const char *hint,
                         const QString &reason, void (*change)(ConnectDetails &)) {
        ConnectDetails details = full();
        change(details);
        QTest::newRow(name) << details << QByteArray(control) << QByteArray(hint) << reason;
    };
    row("a remote environment with a tool", "remoteEnvironmentEdit", "remoteEnvironmentHint", {},
        [](ConnectDetails &) {});
    row("a remote environment without a tool", "remoteEnvironmentEdit", "remoteEnvironmentHint",
        u"with a tool"_s, [](ConnectDetails &d) { d.tool.reset(); });
    row("filtering of HRIS", "filteringCheck", "filteringHint", {}, [](ConnectDetails &) {});
    row("filtering of ATS", "filteringCheck", "filteringHint", u"HRIS only"_s,
        [](ConnectDetails &d) { d.category = Category::Ats; });
    row("filtering of assessment", "filteringCheck", "filteringHint", u"HRIS only"_s,
        [](ConnectDetails &d) { d.category = Category::Assessment; });
    row("filtering of LMS", "filteringCheck", "filteringHint", u"HRIS only"_s,
        [](ConnectDetails &d) { d.category = Category::Lms; });
}

void ConnectFormTest::locksWithAReason()
{
    QFETCH(ConnectDetails, details);
    QFETCH(QByteArray, control);
    QFETCH(QByteArray, hint);
    QFETCH(QString, reason);
    m_form->setDetails(details);
    QCOMPARE(find<QWidget>(control.constData())->isEnabled(), reason.isEmpty());
    const QString said = find<QLabel>(hint.constData())->text();
    QVERIFY2(said.contains(reason), qPrintable(said));
    QVERIFY(find<QWidget>(control.constData())->accessibleDescription().contains(reason));
}

void ConnectFormTest::keepsWhatALockedFieldHolds()
{
    m_form->setDetails(full());
    edit("toolEdit")->clear();
    QVERIFY(!edit("remoteEnvironmentEdit")->isEnabled());
    QCOMPARE(edit("remoteEnvironmentEdit")->text(), *full().remoteEnvironment);
    QVERIFY(!m_form->details().remoteEnvironment);
    QCOMPARE(m_form->typed().remoteEnvironment, full().remoteEnvironment);
    type("toolEdit", u"personio"_s);
    QVERIFY(edit("remoteEnvironmentEdit")->isEnabled());
    QCOMPARE(m_form->details().remoteEnvironment, full().remoteEnvironment);
}

void ConnectFormTest::clearsAToolThatIsNotOffered()
{
    m_form->setDetails(full());
    connect(m_form.get(), &ConnectForm::categoryChanged, m_form.get(),
        [this] { m_form->setTools(offering(QStringList{u"lever"_s})); });
    chooseCategory(Category::Ats);
    QVERIFY(edit("toolEdit")->text().isEmpty());
    QVERIFY(!m_form->details().filtering);
    const QString said = find<QLabel>("categoryHint")->text();
    QVERIFY(find<QLabel>("categoryHint")->isVisible());
    QVERIFY2(said.contains("personio is not offered for ATS"_L1), qPrintable(said));
    QVERIFY2(said.contains("switched off"_L1), qPrintable(said));
}

void ConnectFormTest::waitsForTheListBeforeItClearsATool()
{
    m_form->setDetails(full());
    chooseCategory(Category::Ats);
    QCOMPARE(edit("toolEdit")->text(), u"personio"_s);
    m_form->setTools(offering(QStringList{u"lever"_s}));
    QVERIFY(edit("toolEdit")->text().isEmpty());
    chooseCategory(Category::Hris);
    QCOMPARE(m_form->details().tool, full().tool);
}

void ConnectFormTest::bringsBackWhatACategoryTookAway()
{
    m_form->setDetails(full());
    chooseCategory(Category::Ats);
    m_form->setTools(offering(QStringList()));
    chooseCategory(Category::Hris);
    m_form->setTools(offering(QStringList{u"personio"_s}));
    QCOMPARE(m_form->details(), full());
    QVERIFY(!find<QLabel>("categoryHint")->isVisible());
}

void ConnectFormTest::keepsAToolThatWasTypedForTheNewCategory()
{
    m_form->setDetails(full());
    chooseCategory(Category::Ats);
    type("toolEdit", u"brandnew"_s);
    m_form->setTools(offering(QStringList{u"lever"_s}));
    QCOMPARE(m_form->details().tool, u"brandnew"_s);
}

void ConnectFormTest::asksForAnOriginIdWhereTheProfileDoes()
{
    m_form->setRules({OriginIdPolicy::Required, Category::Hris, FlowLanguage::English});
    ConnectDetails details = full();
    details.originId.reset();
    m_form->setDetails(details);
    QVERIFY(!m_form->isComplete());
    QSignalSpy submitted(m_form.get(), &ConnectForm::submitted);
    m_form->submit();
    QCOMPARE(submitted.count(), 0);
    QVERIFY(find<QLabel>("originIdError")->isVisible());
    QCOMPARE(QApplication::focusWidget(), edit("originIdEdit"));
    m_form->setRules({OriginIdPolicy::Optional, Category::Hris, FlowLanguage::English});
    m_form->submit();
    QCOMPARE(submitted.count(), 1);
}

void ConnectFormTest::takesTheProfilesDefaults()
{
    m_form->setRules({OriginIdPolicy::Optional, Category::Ats, FlowLanguage::German});
    QCOMPARE(m_form->details().category, Category::Ats);
    QCOMPARE(m_form->details().language, FlowLanguage::German);
    QVERIFY(m_form->isPristine());
    type("emailEdit", u"jo@"_s);
    m_form->setRules({OriginIdPolicy::Optional, Category::Lms, FlowLanguage::French});
    QCOMPARE(m_form->details().category, Category::Ats);
    m_form->clear();
    QCOMPARE(m_form->details().category, Category::Lms);
}

void ConnectFormTest::marksTheFieldThatTheServerRefused_data()
{
    QTest::addColumn<DetailsField>("field");
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("email") << DetailsField::Email << QByteArray("emailEdit")
                           << QByteArray("emailError");
    QTest::newRow("tool") << DetailsField::Tool << QByteArray("toolEdit")
                          << QByteArray("toolError");
    QTest::newRow("one that was hidden")
        << DetailsField::ScopeConfigId << QByteArray("scopeConfigEdit")
        << QByteArray("scopeConfigProblem");
}

void ConnectFormTest::marksTheFieldThatTheServerRefused()
{
    QFETCH(DetailsField, field);
    QFETCH(QByteArray, control);
    QFETCH(QByteArray, label);
    m_form->refuse(field, u"Not that one"_s);
    QCOMPARE(find<QLabel>(label.constData())->text(), u"Not that one"_s);
    QVERIFY(find<QLabel>(label.constData())->isVisible());
    QCOMPARE(QApplication::focusWidget(), edit(control.constData()));
    QTest::keyClicks(edit(control.constData()), u"x"_s);
    QVERIFY(find<QLabel>(label.constData())->text() != u"Not that one"_s);
}

void ConnectFormTest::saysWhatALinkTypeMeans()
{
    auto *hint = find<QLabel>("linkTypeHint");
    QVERIFY(hint->text().contains("1 hour"_L1));
    auto *combo = find<QComboBox>("linkTypeCombo");
    combo->setCurrentIndex(1);
    QVERIFY(hint->text().contains("1 year"_L1));
    QCOMPARE(m_form->details().linkType, LinkType::MagicLink);
    QCOMPARE(combo->accessibleDescription(), hint->text());
}

// Every combination of the optional fields, compared with what a person would expect on the wire.
void ConnectFormTest::sendsWhatItHoldsAndNothingElse()
{
    for (int chosen = 0; chosen < 128; ++chosen) {
        const auto isSet = [chosen](int bit) { return (chosen >> bit & 1) != 0; };
        m_form->setDetails({});
        type("emailEdit", u"jo@northwind.example"_s);
        type("organizationEdit", u"Northwind Ltd"_s);
        find<QPushButton>("advancedToggle")->setChecked(true);
        QJsonObject expected{{u"end_user_email"_s, u"jo@northwind.example"_s},
            {u"end_user_organization_name"_s, u"Northwind Ltd"_s},
            {u"integration_category"_s, u"HRIS"_s}, {u"language"_s, u"en"_s}};
        const auto text = [&](int bit, const char *control, QLatin1StringView property) {
            if (!isSet(bit))
                return;
            edit(control)->setText(property);
            expected.insert(property, property);
        };
        text(0, "originIdEdit", "end_user_origin_id"_L1);
        text(1, "toolEdit", "integration_tool"_L1);
        text(2, "remoteEnvironmentEdit", "remote_environment"_L1);
        if (!isSet(1))
            expected.remove("remote_environment"_L1);
        text(3, "scopeConfigEdit", "scope_config_id"_L1);
        find<QCheckBox>("filteringCheck")->setChecked(isSet(4));
        expected.insert("enable_filtering"_L1, isSet(4));
        find<QCheckBox>("fieldMappingCheck")->setChecked(isSet(5));
        expected.insert("enable_field_mapping"_L1, isSet(5));
        find<QComboBox>("linkTypeCombo")->setCurrentIndex(isSet(6) ? 1 : 0);
        expected.insert("link_type"_L1, isSet(6) ? u"MAGIC_LINK"_s : u"EMBEDDED"_s);

        QVERIFY(m_form->isComplete());
        const QByteArray sent = CreateLink::request(m_form->details()).body;
        QCOMPARE(QJsonDocument::fromJson(sent).object(), expected);
    }
}

DESK_TEST_MAIN(QApplication, ConnectFormTest)
#include "tst_connectform.moc"
