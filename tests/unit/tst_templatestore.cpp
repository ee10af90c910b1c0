// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "drafts/templatestore.h"

#include "ordinaryuser.h"

#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = TemplateError::Kind;

Q_DECLARE_METATYPE(desk::TemplateError::Kind)

class TemplateStoreTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithNothing();
    void remembers();
    void findsByName();
    void cleansNames();
    void refusesNames_data();
    void refusesNames();
    void renames();
    void renamesToOtherCapitals();
    void replaces();
    void removesAndRestores();
    void restoresUnderAFreeName();
    void restoresOnlyOnce();
    void isFull();
    void sortsByUseAndName();
    void keepsWhatItDoesNotKnow();
    void twoInstancesLoseNothing();
    void twoInstancesMakeTheSameName();
    void saysWhatIsGone();
    void keepsADamagedFileAside();
    void leavesANewerFileAlone();
    void changesNothingIfItCannotWrite();
    void opensWithoutTheClient_data();
    void opensWithoutTheClient();

private:
    QString folder() const { return m_folder->filePath(u"templates"_s); }
    void put(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

ConnectDetails ats()
{
    ConnectDetails details;
    details.category = Category::Ats;
    details.tool = u"greenhouse"_s;
    details.linkType = LinkType::MagicLink;
    return details;
}

QString namesIn(const TemplateStore &store)
{
    QStringList names;
    for (const Template &known : store.templates())
        names.append(known.name);
    return names.join(u'|');
}

QString namesAnew(const QString &folder)
{
    TemplateStore store(folder);
    store.refresh();
    return namesIn(store);
}

} // namespace

void TemplateStoreTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TemplateStoreTest::put(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(QDir(folder()).filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TemplateStoreTest::beginsWithNothing()
{
    TemplateStore store(folder());
    store.refresh();
    QVERIFY(store.templates().isEmpty());
    QVERIFY(!store.problem());
    QVERIFY(!QFile::exists(folder()));
}

void TemplateStoreTest::remembers()
{
    TemplateStore store(folder());
    QSignalSpy changed(&store, &TemplateStore::changed);
    const auto created = store.create(u"ATS"_s, ats());
    QVERIFY(created.hasValue());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(created->details, ats());
    QCOMPARE(store.byId(created->id), std::optional(*created));
    TemplateStore again(folder());
    again.refresh();
    QCOMPARE(again.templates(), QList<Template>{*created});
}

void TemplateStoreTest::findsByName()
{
    TemplateStore store(folder());
    QVERIFY(store.create(u"Café ATS"_s, ats()).hasValue());
    QVERIFY(store.named(u" cafe  ats "_s));
    QVERIFY(!store.named(u"cafe"_s));
    QVERIFY(!store.byId(u"nobody"_s));
}

void TemplateStoreTest::cleansNames()
{
    TemplateStore store(folder());
    QCOMPARE(store.create(u"  ATS\n"_s, ats())->name, u"ATS"_s);
}

void TemplateStoreTest::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("none") << QString() << Kind::NameMissing;
    QTest::newRow("blanks") << u" \t "_s << Kind::NameMissing;
    QTest::newRow("nothing that is seen") << u"\u200B\u00AD"_s << Kind::NameMissing;
    QTest::newRow("too long") << QString(TemplateLimit::name + 1, u'x') << Kind::NameTooLong;
    QTest::newRow("a bell") << u"A\aB"_s << Kind::NameControlCharacters;
    QTest::newRow("a turn of direction") << u"A\u202EB"_s << Kind::NameControlCharacters;
    QTest::newRow("taken") << u"Taken"_s << Kind::NameTaken;
    QTest::newRow("taken, in capitals") << u"TAKEN"_s << Kind::NameTaken;
    QTest::newRow("taken, with an accent") << u"tåken"_s << Kind::NameTaken;
}

void TemplateStoreTest::refusesNames()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    TemplateStore store(folder());
    QVERIFY(store.create(u"Taken"_s, ats()).hasValue());
    const auto other = store.create(u"Other"_s, ats());
    const auto created = store.create(name, ats());
    QVERIFY(!created.hasValue());
    QCOMPARE(created.error().kind, kind);
    const auto renamed = store.rename(other->id, name);
    QVERIFY(!renamed.hasValue());
    QCOMPARE(renamed.error().kind, kind);
    QCOMPARE(namesAnew(folder()), u"Other|Taken"_s);
}

void TemplateStoreTest::renames()
{
    TemplateStore store(folder());
    const auto created = store.create(u"ATS"_s, ats());
    const auto renamed = store.rename(created->id, u"Greenhouse"_s);
    QCOMPARE(renamed->id, created->id);
    QCOMPARE(renamed->details, ats());
    QCOMPARE(namesAnew(folder()), u"Greenhouse"_s);
}

void TemplateStoreTest::renamesToOtherCapitals()
{
    TemplateStore store(folder());
    const auto created = store.create(u"ats"_s, ats());
    QCOMPARE(store.rename(created->id, u"ATS"_s)->name, u"ATS"_s);
}

void TemplateStoreTest::replaces()
{
    TemplateStore store(folder());
    const auto created = store.create(u"ATS"_s, ats());
    ConnectDetails other = ats();
    other.tool.reset();
    other.fieldMapping = true;
    const auto replaced = store.replace(created->id, other);
    QCOMPARE(replaced->name, u"ATS"_s);
    TemplateStore again(folder());
    again.refresh();
    QCOMPARE(again.byId(created->id)->details, other);
}

void TemplateStoreTest::removesAndRestores()
{
    TemplateStore store(folder());
    const auto created = store.create(u"ATS"_s, ats());
    const auto removed = store.remove(created->id);
    QVERIFY(removed.hasValue());
    QCOMPARE(namesAnew(folder()), QString());
    QCOMPARE(*store.restore(*removed), *created);
    QCOMPARE(namesAnew(folder()), u"ATS"_s);
}

void TemplateStoreTest::restoresUnderAFreeName()
{
    TemplateStore store(folder());
    const auto removed = store.remove(store.create(u"ATS"_s, ats())->id);
    QVERIFY(store.create(u"ats"_s, {}).hasValue());
    QCOMPARE(store.restore(*removed)->name, u"ATS 2"_s);
}

void TemplateStoreTest::restoresOnlyOnce()
{
    TemplateStore store(folder());
    const auto removed = store.remove(store.create(u"ATS"_s, ats())->id);
    QVERIFY(store.restore(*removed).hasValue());
    QVERIFY(store.restore(*removed).hasValue());
    QCOMPARE(namesIn(store), u"ATS"_s);
}

void TemplateStoreTest::isFull()
{
    for (int i = 0; i < TemplateLimit::templates; ++i) {
        put(u"t%1.json"_s.arg(i),
            R"({"format":"connect-desk-template","version":1,"name":"T%1"})"_ba.replace(
                "%1", QByteArray::number(i)));
    }
    TemplateStore store(folder());
    const auto refused = store.create(u"One more"_s, ats());
    QVERIFY(!refused.hasValue());
    QCOMPARE(refused.error().kind, Kind::TooMany);
    QCOMPARE(store.templates().size(), TemplateLimit::templates);
    const auto removed = store.remove(u"t7"_s);
    QVERIFY(removed.hasValue());
    QVERIFY(store.create(u"One more"_s, ats()).hasValue());
    QCOMPARE(store.restore(*removed).error().kind, Kind::TooMany);
}

void TemplateStoreTest::sortsByUseAndName()
{
    TemplateStore store(folder());
    QVERIFY(store.create(u"beta"_s, ats()).hasValue());
    const auto alpha = store.create(u"Älpha"_s, ats());
    const auto gamma = store.create(u"Gamma"_s, ats());
    QCOMPARE(namesIn(store), u"Älpha|beta|Gamma"_s);
    store.noteOpened(gamma->id);
    QCOMPARE(namesAnew(folder()), u"Gamma|Älpha|beta"_s);
    store.noteOpened(alpha->id);
    QCOMPARE(namesAnew(folder()), u"Älpha|Gamma|beta"_s);
    store.noteOpened(u"nobody"_s);
    QCOMPARE(store.rename(gamma->id, u"Delta"_s)->name, u"Delta"_s);
    QCOMPARE(namesAnew(folder()), u"Älpha|Delta|beta"_s);
}

void TemplateStoreTest::keepsWhatItDoesNotKnow()
{
    put(u"a.json"_s,
        R"({"format":"connect-desk-template","version":1,"name":"ATS","form":{},"colour":"red"})");
    TemplateStore store(folder());
    store.refresh();
    QVERIFY(store.rename(u"a"_s, u"New"_s).hasValue());
    QVERIFY(store.restore(*store.remove(u"a"_s)).hasValue());
    QFile file(QDir(folder()).filePath(u"a.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(object.value("colour"_L1).toString(), u"red"_s);
    QCOMPARE(object.value("name"_L1).toString(), u"New"_s);
}

void TemplateStoreTest::twoInstancesLoseNothing()
{
    TemplateStore one(folder());
    TemplateStore other(folder());
    const auto a = one.create(u"A"_s, ats());
    QVERIFY(other.create(u"B"_s, ats()).hasValue());
    QVERIFY(one.create(u"C"_s, ats()).hasValue());
    ConnectDetails changed = ats();
    changed.filtering = true;
    QVERIFY(other.replace(a->id, changed).hasValue());
    QVERIFY(one.rename(a->id, u"Z"_s).hasValue());
    QCOMPARE(one.byId(a->id)->details, changed);
    QCOMPARE(namesAnew(folder()), u"B|C|Z"_s);
    QCOMPARE(other.create(u"z"_s, ats()).error().kind, Kind::NameTaken);
}

void TemplateStoreTest::twoInstancesMakeTheSameName()
{
    put(u"a.json"_s, R"({"format":"connect-desk-template","version":1,"name":"Same"})");
    put(u"b.json"_s, R"({"format":"connect-desk-template","version":1,"name":"same"})");
    QCOMPARE(namesAnew(folder()), u"Same|same 2"_s);
}

void TemplateStoreTest::saysWhatIsGone()
{
    TemplateStore one(folder());
    TemplateStore other(folder());
    const auto created = one.create(u"A"_s, ats());
    QVERIFY(other.remove(created->id).hasValue());
    QCOMPARE(one.rename(created->id, u"B"_s).error().kind, Kind::NotFound);
    QCOMPARE(one.replace(created->id, ats()).error().kind, Kind::NotFound);
    QCOMPARE(one.remove(created->id).error().kind, Kind::NotFound);
    QVERIFY(one.templates().isEmpty());
}

void TemplateStoreTest::keepsADamagedFileAside()
{
    put(u"a.json"_s, "damage");
    put(u"b.json"_s, R"({"format":"connect-desk-template","version":1,"name":"B"})");
    TemplateStore store(folder());
    store.refresh();
    QCOMPARE(namesIn(store), u"B"_s);
    QCOMPARE(store.problem()->kind, DetailsFileProblem::Kind::Damaged);
    QVERIFY(QFile::exists(store.problem()->keptAs));
    store.refresh();
    QVERIFY(!store.problem());
}

void TemplateStoreTest::leavesANewerFileAlone()
{
    const QByteArray newer = R"({"format":"connect-desk-template","version":2,"name":"A"})";
    put(u"a.json"_s, newer);
    TemplateStore store(folder());
    store.refresh();
    QVERIFY(store.templates().isEmpty());
    QCOMPARE(store.problem()->kind, DetailsFileProblem::Kind::Newer);
    QCOMPARE(store.remove(u"a"_s).error().kind, Kind::NotFound);
    QVERIFY(QFile::exists(QDir(folder()).filePath(u"a.json"_s)));
}

void TemplateStoreTest::changesNothingIfItCannotWrite()
{
    TemplateStore store(folder());
    const auto created = store.create(u"A"_s, ats());
    const QStringList files = QDir(folder()).entryList(QDir::Files);
    for (const QString &file : files)
        QFile::setPermissions(QDir(folder()).filePath(file), test::ReadOnlyFolder::readable);
    QFile::setPermissions(m_folder->path(), test::ReadOnlyFolder::readable);
    const test::ReadOnlyFolder readOnly(folder());
    const test::OrdinaryUser user;
    if (!user.worked())
        QSKIP("cannot become an ordinary user");
    QCOMPARE(store.create(u"B"_s, ats()).error().kind, Kind::File);
    QCOMPARE(store.rename(created->id, u"B"_s).error().kind, Kind::File);
    const auto kept = store.remove(created->id);
    QVERIFY(!kept.hasValue());
    QCOMPARE(kept.error().file->kind, DetailsFileProblem::Kind::Unwritable);
    QCOMPARE(namesIn(store), u"A"_s);
}

void TemplateStoreTest::opensWithoutTheClient_data()
{
    QTest::addColumn<bool>("hasClient");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("originId");
    QTest::newRow("without a client the form keeps its own")
        << false << u"form@b.example"_s << u"form-1"_s;
    QTest::newRow("with a client nothing of another one stays")
        << true << u"template@b.example"_s << QString();
}

void TemplateStoreTest::opensWithoutTheClient()
{
    QFETCH(bool, hasClient);
    Template chosen{u"a"_s, u"A"_s, ats()};
    if (hasClient)
        chosen.details.email = u"template@b.example"_s;
    ConnectDetails form;
    form.email = u"form@b.example"_s;
    form.originId = u"form-1"_s;
    form.scopeConfigId = u"scp"_s;
    const ConnectDetails filled = opened(chosen, form);
    QTEST(filled.email, "email");
    QTEST(filled.originId.value_or(QString()), "originId");
    QCOMPARE(withoutClient(filled), withoutClient(ats()));
}

QTEST_GUILESS_MAIN(TemplateStoreTest)
#include "tst_templatestore.moc"
