// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "templatestore.h"

#include "detailsjson.h"

#include "core/foldedname.h"
#include "core/inputtext.h"

#include <QDateTime>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = TemplateError::Kind;

constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView formKey("form");
constexpr QLatin1StringView openedKey("opened_at");

// A time of the file, in milliseconds since 1970; JSON's numbers hold it whole.
qint64 timeIn(const QJsonObject &content)
{
    return std::max(qint64{0}, content.value(openedKey).toInteger());
}

QString cut(const QString &name, qsizetype length)
{
    QString text = name.left(length);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text.trimmed();
}

bool holds(const QList<Template> &templates, const QString &name, const QString &exceptId = {})
{
    const QString folded = foldedName(name);
    return std::any_of(
        templates.cbegin(), templates.cend(), [&folded, &exceptId](const Template &known) {
            return known.id != exceptId && foldedName(known.name) == folded;
        });
}

QString numbered(const QString &name, const QList<Template> &templates)
{
    QString candidate = cut(name, TemplateLimit::name);
    for (int number = 2; holds(templates, candidate); ++number) {
        const QString ending = u' ' + QString::number(number);
        candidate = cut(name, TemplateLimit::name - ending.size()) + ending;
    }
    return candidate;
}

struct Entry {
    Template value;
    qint64 openedAt = 0;
};

bool comesFirst(const Entry &one, const Entry &other)
{
    const auto key = [](const Entry &entry) {
        return std::tuple(-entry.openedAt, foldedName(entry.value.name), entry.value.id);
    };
    return key(one) < key(other);
}

// So many that those of two instances which filled the folder together are all there.
constexpr qsizetype mostFiles = 2 * TemplateLimit::templates;

Unexpected<TemplateError> refused(Kind kind)
{
    return Unexpected{TemplateError{kind, {}}};
}

Unexpected<TemplateError> refused(const DetailsFileProblem &problem)
{
    return Unexpected{TemplateError{Kind::File, problem}};
}

} // namespace

TemplateStore::TemplateStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder, u"connect-desk-template"_s)
{
}

std::optional<Template> TemplateStore::byId(const QString &id) const
{
    const auto found = std::find_if(m_templates.cbegin(), m_templates.cend(),
        [&id](const Template &known) { return known.id == id; });
    return found == m_templates.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Template> TemplateStore::named(const QString &name) const
{
    const QString folded = foldedName(cleanedInput(name));
    const auto found = std::find_if(m_templates.cbegin(), m_templates.cend(),
        [&folded](const Template &known) { return foldedName(known.name) == folded; });
    return found == m_templates.cend() ? std::nullopt : std::optional(*found);
}

void TemplateStore::refresh()
{
    m_problem.reset();
    QList<Entry> entries;
    QList<Template> taken;
    const QStringList ids = m_folder.ids(mostFiles);
    for (const QString &id : ids) {
        const auto content = m_folder.read(id);
        if (!content && !m_problem)
            m_problem = content.error();
        if (!content || !*content)
            continue;
        const QString name = cleanedInput((*content)->value(nameKey).toString());
        Template read{id, {}, detailsFromJson((*content)->value(formKey).toObject())};
        read.name = numbered(hasDeceptiveCharacters(name) || name.isEmpty() ? id : name, taken);
        taken.append(read);
        entries.append({read, timeIn(**content)});
    }
    std::sort(entries.begin(), entries.end(), comesFirst);
    QList<Template> templates;
    for (const Entry &entry : std::as_const(entries))
        templates.append(entry.value);
    if (templates == m_templates)
        return;
    m_templates = templates;
    Q_EMIT changed();
}

std::optional<TemplateError> TemplateStore::refusalOfName(
    const QString &name, const QString &id) const
{
    if (foldedName(name).isEmpty())
        return TemplateError{Kind::NameMissing, {}};
    if (name.size() > TemplateLimit::name)
        return TemplateError{Kind::NameTooLong, {}};
    if (hasDeceptiveCharacters(name))
        return TemplateError{Kind::NameControlCharacters, {}};
    if (holds(m_templates, name, id))
        return TemplateError{Kind::NameTaken, {}};
    return std::nullopt;
}

Result<Template, TemplateError> TemplateStore::create(
    const QString &name, const ConnectDetails &details)
{
    refresh();
    const QString cleaned = cleanedInput(name);
    if (const auto refusal = refusalOfName(cleaned, {}))
        return Unexpected{*refusal};
    if (m_folder.ids(mostFiles).size() >= TemplateLimit::templates)
        return refused(Kind::TooMany);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return write({id, cleaned, details}, {});
}

Result<Template, TemplateError> TemplateStore::rename(const QString &id, const QString &name)
{
    refresh();
    const QString cleaned = cleanedInput(name);
    const auto content = contentOf(id);
    if (!content)
        return Unexpected{content.error()};
    if (const auto refusal = refusalOfName(cleaned, id))
        return Unexpected{*refusal};
    return write({id, cleaned, byId(id)->details}, *content);
}

Result<Template, TemplateError> TemplateStore::replace(
    const QString &id, const ConnectDetails &details)
{
    refresh();
    const auto content = contentOf(id);
    if (!content)
        return Unexpected{content.error()};
    return write({id, byId(id)->name, details}, *content);
}

Result<RemovedTemplate, TemplateError> TemplateStore::remove(const QString &id)
{
    refresh();
    const auto content = contentOf(id);
    if (!content)
        return Unexpected{content.error()};
    const RemovedTemplate removed{*byId(id), *content};
    if (const auto problem = m_folder.remove(id))
        return refused(*problem);
    refresh();
    return removed;
}

Result<Template, TemplateError> TemplateStore::restore(const RemovedTemplate &removed)
{
    refresh();
    if (const auto there = byId(removed.removed.id))
        return *there;
    if (m_folder.ids(mostFiles).size() >= TemplateLimit::templates)
        return refused(Kind::TooMany);
    Template value = removed.removed;
    value.name = numbered(value.name, m_templates);
    return write(value, removed.content);
}

void TemplateStore::noteOpened(const QString &id)
{
    refresh();
    const auto content = contentOf(id);
    if (!content)
        return;
    QJsonObject opened = *content;
    // Later than every other, though a clock may have been set back.
    qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QStringList ids = m_folder.ids(mostFiles);
    for (const QString &other : ids) {
        const auto read = m_folder.read(other);
        if (other != id && read && *read)
            now = std::max(now, timeIn(**read) + 1);
    }
    opened.insert(openedKey, now);
    (void)m_folder.write(id, opened);
    refresh();
}

Result<QJsonObject, TemplateError> TemplateStore::contentOf(const QString &id) const
{
    if (!byId(id))
        return refused(Kind::NotFound);
    const auto content = m_folder.read(id);
    if (!content)
        return refused(content.error());
    if (!*content)
        return refused(Kind::NotFound);
    return **content;
}

// What a later version added to the file stays in it.
Result<Template, TemplateError> TemplateStore::write(const Template &value, QJsonObject content)
{
    content.insert(nameKey, value.name);
    content.insert(formKey, detailsToJson(value.details));
    if (const auto problem = m_folder.write(value.id, content))
        return refused(*problem);
    refresh();
    return byId(value.id).value_or(value);
}

} // namespace desk
