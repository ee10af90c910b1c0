// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/integrationvalues.h"

#include "ui/demo/masked.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/integrationwording.h"
#include "wording/sessionwording.h"
#include "wording/timewording.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int rowsThatStay = 6;

QToolButton *copyButton(const QString &label, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setProperty("emphasis", u"quiet"_s);
    button->setIcon(icon(IconName::Copy));
    button->setFocusPolicy(Qt::StrongFocus);
    //: %1 is the label of a value, such as "Integration ID"
    const QString name = IntegrationValues::tr("Copy %1").arg(label);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QString withId(const std::optional<QString> &name, const QString &id)
{
    return name && !name->isEmpty() ? u"%1 (%2)"_s.arg(*name, id) : id;
}

std::optional<QString> nothingIfEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

QLineEdit *valueEdit(const QString &label, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setReadOnly(true);
    edit->setFrame(false);
    edit->setAccessibleName(label);
    return edit;
}

} // namespace

IntegrationValues::IntegrationValues(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Metrics::space(2));
    m_grid->setVerticalSpacing(Metrics::space(1));
    m_grid->setColumnStretch(1, 1);
    addRow(Field::IntegrationId, u"integrationId"_s, tr("Integration ID"));
    addRow(Field::Tool, u"tool"_s, tr("Tool"));
    addRow(Field::Organization, u"organization"_s, tr("Organization"));
    addRow(Field::Email, u"email"_s, tr("Email"));
    addRow(Field::OriginId, u"originId"_s, tr("Origin ID"));
    addRow(Field::Setup, u"setup"_s, tr("Setup"));
    //: Whether an integration works
    addRow(Field::Status, u"status"_s, tr("Status"));
    addRow(Field::Category, u"category"_s, tr("Category"));
    //: The set of data an integration is asked for
    addRow(Field::ScopeConfig, u"scopeConfig"_s, tr("Scope config"));
    addRow(Field::Created, u"created"_s, tr("Created"));
    //: Since when the data of an integration is not up to date
    addRow(Field::OldSince, u"oldSince"_s, tr("Data is old since"));
    rowOf(Field::IntegrationId).value->setFont(Metrics::monospace());
}

void IntegrationValues::addRow(Field field, const QString &objectName, const QString &label)
{
    Row row{field, label, new QLabel(label, this), valueEdit(label, this), copyButton(label, this),
        QString(), QString()};
    row.name->setObjectName(objectName + "Label"_L1);
    row.name->setForegroundRole(QPalette::PlaceholderText);
    row.name->setBuddy(row.value);
    row.value->setObjectName(objectName + "Value"_L1);
    row.copy->setObjectName(objectName + "Copy"_L1);
    row.value->installEventFilter(this);
    connect(row.copy, &QToolButton::clicked, this, [this, field] { copy(field); });
    const int number = static_cast<int>(m_rows.size()) + 1;
    if (number <= rowsThatStay) {
        const QKeySequence shortcut(
            QKeyCombination(Qt::ControlModifier | Qt::AltModifier, Qt::Key(Qt::Key_0 + number)));
        row.copy->setShortcut(shortcut);
        row.copy->setToolTip(
            u"%1 (%2)"_s.arg(row.copy->toolTip(), shortcut.toString(QKeySequence::NativeText)));
    }
    m_grid->addWidget(row.name, number, 0);
    m_grid->addWidget(row.value, number, 1);
    m_grid->addWidget(row.copy, number, 2);
    setShown(row, number <= rowsThatStay);
    m_rows.append(row);
}

void IntegrationValues::present(
    const ResolvedIntegration *resolved, const IntegrationDetails *details)
{
    if (resolved)
        presentResolved(*resolved);
    if (details) {
        // The email may be left out by one call and told by the other.
        presentDetails(*details, resolved && !details->email);
        return;
    }
    for (const Field field :
        {Field::Status, Field::Category, Field::ScopeConfig, Field::Created, Field::OldSince}) {
        clear(field);
    }
}

void IntegrationValues::presentResolved(const ResolvedIntegration &integration)
{
    setValue(Field::IntegrationId, integration.id);
    setValue(Field::Tool, integration.tool);
    setValue(Field::Organization, integration.organization);
    setValue(Field::Email, integration.email);
    setValue(Field::OriginId, integration.originId);
    setValue(Field::Setup, SessionWording::setup(integration.setupStatus));
}

void IntegrationValues::presentDetails(const IntegrationDetails &details, bool keepsEmail)
{
    setValue(Field::IntegrationId, details.id);
    setValue(Field::Tool, details.toolId);
    setValue(Field::Organization, details.organization);
    if (!keepsEmail)
        setValue(Field::Email, details.email);
    setValue(Field::OriginId, details.originId);
    setValue(Field::Setup, SessionWording::setup(details.setupStatus));
    setValue(Field::Status, IntegrationWording::status(details.status));
    setValue(Field::Category, nothingIfEmpty(details.category));
    setValue(
        Field::ScopeConfig, nothingIfEmpty(withId(details.scopeConfigName, details.scopeConfigId)));
    presentTimes(details);
}

void IntegrationValues::presentTimes(const IntegrationDetails &details)
{
    setTime(Field::Created, details.createdAt);
    if (details.dataExpiredAt)
        setTime(Field::OldSince, *details.dataExpiredAt);
    else
        clear(Field::OldSince);
}

void IntegrationValues::setTime(Field field, const QDateTime &time)
{
    if (time.isValid())
        setValue(field, TimeWording::ago(time, QDateTime::currentDateTimeUtc()),
            TimeWording::exact(time));
    else
        setValue(field, std::nullopt);
}

void IntegrationValues::setValue(Field field, const std::optional<QString> &text)
{
    setValue(field, text.value_or(u"–"_s), text.value_or(QString()));
}

void IntegrationValues::setValue(Field field, const QString &text, const QString &exact)
{
    Row &row = rowOf(field);
    row.shown = text;
    row.exact = exact;
    setShown(row, true);
    row.copy->setEnabled(!exact.isEmpty());
    render(row);
}

void IntegrationValues::render(const Row &row)
{
    const bool masked = isMasked(row);
    // The selection and its menu know only what is shown.
    row.value->setContextMenuPolicy(masked ? Qt::NoContextMenu : Qt::DefaultContextMenu);
    row.value->setToolTip(row.exact.isEmpty() || masked
            ? QString()
            : Qt::convertFromPlainText(row.exact, Qt::WhiteSpaceNormal));
    const QString text = masked ? Masked::value(Masked::Kind::OtherId, row.exact) : row.shown;
    if (row.value->text() == text)
        return; // whoever has selected something in it keeps that
    row.value->setText(text);
    row.value->setCursorPosition(0);
}

void IntegrationValues::setMasked(bool masked)
{
    m_isMasked = masked;
    for (const Row &row : std::as_const(m_rows))
        render(row);
}

bool IntegrationValues::isMasked(const Row &row) const
{
    if (!m_isMasked)
        return false;
    switch (row.field) {
    case Field::IntegrationId:
    case Field::ScopeConfig:
        return !Masked::isHarmless(Masked::Kind::OtherId, row.exact);
    case Field::Email:
        return !Masked::isHarmless(Masked::Kind::Email, row.exact);
    case Field::OriginId:
        return !Masked::isHarmless(Masked::Kind::OriginId, row.exact);
    default:
        return false;
    }
}

bool IntegrationValues::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress
        || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        return QWidget::eventFilter(watched, event);
    }
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [watched](const Row &candidate) { return candidate.value == watched; });
    if (row == m_rows.cend() || !isMasked(*row))
        return QWidget::eventFilter(watched, event);
    copy(row->field);
    return true;
}

void IntegrationValues::clear(Field field)
{
    setValue(field, std::nullopt);
    setShown(rowOf(field), static_cast<int>(field) < rowsThatStay);
}

void IntegrationValues::setShown(const Row &row, bool shown)
{
    row.name->setVisible(shown);
    row.value->setVisible(shown);
    row.copy->setVisible(shown);
}

IntegrationValues::Row &IntegrationValues::rowOf(Field field)
{
    return *std::find_if(
        m_rows.begin(), m_rows.end(), [field](const Row &row) { return row.field == field; });
}

void IntegrationValues::copy(Field field)
{
    const Row &row = rowOf(field);
    QGuiApplication::clipboard()->setText(row.exact);
    Q_EMIT copied(row.label);
}

} // namespace desk
