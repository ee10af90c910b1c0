// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/refusedfield.h"
#include "core/detailsrules.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using Field = DetailsField;
using Problem = DetailsProblem;

Q_DECLARE_METATYPE(std::optional<desk::DetailsProblem>)
Q_DECLARE_METATYPE(std::optional<desk::DetailsField>)

class DetailsRulesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void locksFields_data();
    void locksFields();
    void leavesLockedFieldsOut();
    void choosesAnotherCategory_data();
    void choosesAnotherCategory();
    void countsWhatAdvancedHides();
    void asksForAnOriginIdWhereTheProfileDoes();
    void findsTheFieldOfARefusal_data();
    void findsTheFieldOfARefusal();
};

namespace {

ConnectDetails full()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.tool = u"personio"_s;
    details.remoteEnvironment = u"staging"_s;
    details.scopeConfigId = u"scope-1"_s;
    details.filtering = true;
    details.fieldMapping = true;
    return details;
}

template <typename Change> ConnectDetails with(Change change)
{
    ConnectDetails details = full();
    change(details);
    return details;
}

} // namespace

void DetailsRulesTest::locksFields_data()
{
    QTest::addColumn<ConnectDetails>("details");
    QTest::addColumn<int>("field");
    QTest::addColumn<std::optional<Problem>>("lock");
    const auto row = [](const char *name, const ConnectDetails &details, Field field,
                         std::optional<Problem> lock = std::nullopt) {
        QTest::newRow(name) << details << int(field) << lock;
    };
    const ConnectDetails noTool = with([](ConnectDetails &d) { d.tool.reset(); });
    row("a remote environment with a tool is free", full(), Field::RemoteEnvironment);
    row("a remote environment without a tool is locked", noTool, Field::RemoteEnvironment,
        Problem::NeedsTool);
    row("filtering of HRIS is free", full(), Field::Filtering);
    const std::pair<const char *, Category> others[] = {
        {"ATS", Category::Ats}, {"assessment", Category::Assessment}, {"LMS", Category::Lms}};
    for (const auto &[name, category] : others) {
        row(qPrintable(u"filtering of %1 is locked"_s.arg(QLatin1StringView(name))),
            with([category = category](ConnectDetails &d) { d.category = category; }),
            Field::Filtering, Problem::HrisOnly);
    }
    row("field mapping is never locked", noTool, Field::FieldMapping);
    row("a scope config is never locked", noTool, Field::ScopeConfigId);
}

void DetailsRulesTest::locksFields()
{
    QFETCH(ConnectDetails, details);
    QFETCH(int, field);
    QFETCH(std::optional<Problem>, lock);
    QCOMPARE(lockOf(Field(field), details), lock);
    const QList<DetailsError> errors = checkDetails(details);
    QCOMPARE(problemOf(Field(field), errors), lock);
}

void DetailsRulesTest::leavesLockedFieldsOut()
{
    QCOMPARE(withoutLocked(full()), full());
    const ConnectDetails sent = withoutLocked(with([](ConnectDetails &d) {
        d.tool.reset();
        d.category = Category::Lms;
    }));
    QVERIFY(!sent.remoteEnvironment);
    QVERIFY(!sent.filtering);
    QVERIFY(checkDetails(sent).isEmpty());
}

void DetailsRulesTest::choosesAnotherCategory_data()
{
    QTest::addColumn<ConnectDetails>("details");
    QTest::addColumn<bool>("isListKnown");
    QTest::addColumn<QStringList>("tools");
    QTest::addColumn<bool>("keepsTool");
    QTest::addColumn<bool>("keepsFiltering");
    QTest::addColumn<int>("dropped");
    const ConnectDetails plain = with([](ConnectDetails &d) { d.filtering = false; });
    const ConnectDetails noTool = with([](ConnectDetails &d) { d.tool.reset(); });
    QTest::newRow("a tool that is offered there stays")
        << plain << true << QStringList{u"personio"_s} << true << false << 0;
    QTest::newRow("a tool that is not offered there goes")
        << plain << true << QStringList{u"lever"_s} << false << false << 1;
    QTest::newRow("a tool stays where nobody knows the list")
        << plain << false << QStringList() << true << false << 0;
    QTest::newRow("filtering goes")
        << full() << true << QStringList{u"personio"_s} << true << false << 1;
    QTest::newRow("tool and filtering go")
        << full() << true << QStringList() << false << false << 2;
    QTest::newRow("no tool, nothing to lose") << with([](ConnectDetails &d) {
        d.tool.reset();
        d.filtering = false;
    }) << true << QStringList() << false << false
                                              << 0;
    QTest::newRow("no tool, but filtering")
        << noTool << true << QStringList() << false << false << 1;
}

void DetailsRulesTest::choosesAnotherCategory()
{
    QFETCH(ConnectDetails, details);
    QFETCH(bool, isListKnown);
    QFETCH(QStringList, tools);
    QFETCH(bool, keepsTool);
    QFETCH(bool, keepsFiltering);
    QFETCH(int, dropped);
    const CategoryChange change =
        inCategory(details, Category::Ats, isListKnown ? std::optional(tools) : std::nullopt);
    QCOMPARE(change.details.category, Category::Ats);
    QCOMPARE(change.details.tool.has_value(), keepsTool);
    QCOMPARE(change.details.filtering, keepsFiltering);
    QCOMPARE(change.dropped.size(), dropped);
    QCOMPARE(change.details.organization, details.organization);
    // What is typed stays, and comes back with a tool.
    QCOMPARE(change.details.remoteEnvironment, details.remoteEnvironment);
}

void DetailsRulesTest::countsWhatAdvancedHides()
{
    QCOMPARE(advancedCount(full()), 4);
    QCOMPARE(advancedCount(ConnectDetails()), 0);
}

void DetailsRulesTest::asksForAnOriginIdWhereTheProfileDoes()
{
    QVERIFY(checkDetails(full(), OriginIdPolicy::Optional).isEmpty());
    QCOMPARE(checkDetails(full(), OriginIdPolicy::Required),
        (QList<DetailsError>{{Field::OriginId, Problem::Missing}}));
    ConnectDetails named = full();
    named.originId = u"cust-1"_s;
    QVERIFY(checkDetails(named, OriginIdPolicy::Required).isEmpty());
}

void DetailsRulesTest::findsTheFieldOfARefusal_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<std::optional<Field>>("field");
    const QString invalid = u"PLATFORM.INPUT_INVALID"_s;
    const auto row = [](const char *name, const QString &code, const QString &message,
                         std::optional<Field> field = std::nullopt) {
        QTest::newRow(name) << code << message << field;
    };
    row("the email", invalid, u"end_user_email: Invalid email"_s, Field::Email);
    row("the tool, quoted", invalid, u"\"integration_tool\" is not enabled"_s, Field::Tool);
    row("a path", invalid, u"body.scope_config_id must exist"_s, Field::ScopeConfigId);
    row("the same twice", invalid, u"language: the language xx"_s, Field::Language);
    row("two fields", invalid, u"end_user_email and link_type"_s);
    row("none", invalid, u"The request is not valid"_s);
    row("part of another word", invalid, u"my_language_code is wrong"_s);
    row("another code", u"PLATFORM.RATE_LIMIT_EXCEEDED"_s, u"end_user_email"_s);
    row("no code", {}, u"end_user_email"_s);
    row("an empty message", invalid, {});
}

void DetailsRulesTest::findsTheFieldOfARefusal()
{
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(std::optional<Field>, field);
    ApiError error;
    error.kind = ApiError::Kind::Rejected;
    error.code = code;
    error.message = message;
    QCOMPARE(refusedField(error), field);
}

QTEST_GUILESS_MAIN(DetailsRulesTest)
#include "tst_detailsrules.moc"
