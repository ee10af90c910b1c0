// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchcolumns.h"

#include "ui/batch/columnfield.h"
#include "ui/batch/fieldchips.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/theme/metrics.h"

#include "batch/batchdesk.h"
#include "core/harmlesstext.h"
#include "core/inputtext.h"
#include "wording/detailswording.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int longestName = 40;
constexpr int unused = -1;
constexpr int narrowest = 12; // characters of a choice

QLabel *heading(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setFont(Metrics::heading());
    return label;
}

void addRow(QGridLayout *grid, QLabel *title, QWidget *field)
{
    title->setBuddy(field);
    field->setAccessibleName(title->text());
    const int row = grid->rowCount();
    grid->addWidget(title, row, 0);
    grid->addWidget(field, row, 1);
}

template <typename Combo> Combo *emptyCombo(QWidget *parent)
{
    auto *combo = new Combo(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(narrowest);
    // A wheel that is meant for the list must not change a value on its way.
    combo->setFocusPolicy(Qt::StrongFocus);
    return combo;
}

template <typename T> std::optional<T> chosen(const QComboBox *combo)
{
    const int value = combo->currentData().toInt();
    return value == unused ? std::nullopt : std::optional(static_cast<T>(value));
}

template <typename T> void choose(QComboBox *combo, const std::optional<T> &value)
{
    combo->setCurrentIndex(combo->findData(value ? int(*value) : unused));
}

std::optional<QString> textOf(const QLineEdit *edit)
{
    const QString text = cleanedInput(edit->text());
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

BatchColumns::BatchColumns(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_chips(new FieldChips(m_content))
{
    setObjectName(u"batchColumns"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what it holds has the focus
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, Metrics::space(3), 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(heading(tr("Columns"), m_content));
    layout->addWidget(mutedLabel(
        tr("Which column gives which field? Choose it, or drag a field to its column or row."),
        m_content));
    layout->addWidget(m_chips);
    layout->addSpacing(Metrics::space(3));
    layout->addWidget(heading(tr("For All Rows"), m_content));
    layout->addWidget(mutedLabel(tr("Used where a row has no value of its own."), m_content));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    makeCommon(grid);
    layout->addLayout(grid);
    layout->addStretch();
    setWidget(m_content);
}

void BatchColumns::makeCommon(QGridLayout *grid)
{
    m_category = addChoice(grid, DetailsField::Category);
    for (const Category category : allCategories())
        m_category->addItem(DetailsWording::name(category), int(category));
    m_tool = addText(grid, DetailsField::Tool);
    m_remoteEnvironment = addText(grid, DetailsField::RemoteEnvironment);
    m_language = addChoice(grid, DetailsField::Language);
    for (const FlowLanguage language : allFlowLanguages())
        m_language->addItem(DetailsWording::name(language), int(language));
    m_scopeConfig = addText(grid, DetailsField::ScopeConfigId);
    m_filtering = addChoice(grid, DetailsField::Filtering);
    m_fieldMapping = addChoice(grid, DetailsField::FieldMapping);
    for (QComboBox *combo : {m_filtering, m_fieldMapping}) {
        combo->addItem(tr("Yes"), 1);
        combo->addItem(tr("No"), 0);
    }
    m_linkType = addChoice(grid, DetailsField::LinkType);
    for (const LinkType type : allLinkTypes())
        m_linkType->addItem(DetailsWording::name(type), int(type));
    // What a plan takes if nobody says otherwise.
    m_linkType->setItemText(0, tr("Not set (magic link)"));
}

QComboBox *BatchColumns::addChoice(QGridLayout *grid, DetailsField field)
{
    QComboBox *combo = emptyCombo<NamedComboBox>(m_content);
    combo->setObjectName(u"batchCommon-"_s + columnFieldName(field));
    combo->addItem(tr("Not set"), unused);
    addRow(grid, new QLabel(DetailsWording::label(field), m_content), combo);
    connect(combo, &QComboBox::activated, this, [this] { Q_EMIT commonChanged(common()); });
    return combo;
}

QLineEdit *BatchColumns::addText(QGridLayout *grid, DetailsField field)
{
    auto *edit = new QLineEdit(m_content);
    edit->setObjectName(u"batchCommon-"_s + columnFieldName(field));
    edit->setMaxLength(DetailsLimit::id);
    addRow(grid, new QLabel(DetailsWording::label(field), m_content), edit);
    connect(edit, &QLineEdit::editingFinished, this, [this] { Q_EMIT commonChanged(common()); });
    return edit;
}

void BatchColumns::makeColumns(const QStringList &header)
{
    m_header = header;
    m_fields.clear();
    delete m_columnBox;
    m_columnBox = new QWidget(m_content);
    auto *grid = new QGridLayout(m_columnBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const QList<DetailsField> all = allDetailsFields();
    for (int column = 0; column < header.size(); ++column) {
        auto *combo = emptyCombo<ColumnField>(m_columnBox);
        combo->setObjectName(u"batchColumn%1"_s.arg(column + 1));
        combo->addItem(tr("Not used"), unused);
        for (const DetailsField field : all)
            combo->addItem(DetailsWording::label(field), int(field));
        const QString name = harmlessText(header.at(column), longestName);
        //: %1 is the number of a column without a name
        const QString title = name.isEmpty() ? tr("Column %1").arg(column + 1) : name;
        addRow(grid, new ElidedLabel(title, m_columnBox), combo);
        connect(combo, &QComboBox::activated, this,
            [this, column, combo] { Q_EMIT columnChosen(column, chosen<DetailsField>(combo)); });
        connect(combo, &ColumnField::fieldDropped, this,
            [this, column](DetailsField field) { Q_EMIT columnChosen(column, field); });
        m_fields.append(combo);
    }
    qobject_cast<QVBoxLayout *>(m_content->layout())->insertWidget(3, m_columnBox);
    QWidget *before = m_category;
    for (QComboBox *combo : std::as_const(m_fields)) {
        if (combo == m_fields.constFirst())
            setTabOrder(this, combo);
        else
            setTabOrder(before, combo);
        before = combo;
    }
    if (!m_fields.isEmpty())
        setTabOrder(before, m_category);
}

void BatchColumns::present(const BatchDesk &desk)
{
    if (m_header != desk.reading().header || !m_columnBox)
        makeColumns(desk.reading().header);
    for (int column = 0; column < m_fields.size(); ++column) {
        const QList<DetailsField> fields = desk.mapping().keys(column);
        choose(m_fields.at(column),
            fields.isEmpty() ? std::nullopt : std::optional(fields.constFirst()));
    }
    QList<DetailsField> rest = allDetailsFields();
    rest.removeIf([&desk](DetailsField field) { return desk.mapping().contains(field); });
    m_chips->present(rest);
    showCommon(desk.common());
}

void BatchColumns::showCommon(const Prefill &common)
{
    choose(m_category, common.category);
    choose(m_language, common.language);
    choose(m_linkType, common.linkType);
    choose(m_filtering, common.filtering);
    choose(m_fieldMapping, common.fieldMapping);
    m_tool->setText(common.tool.value_or(QString()));
    m_remoteEnvironment->setText(common.remoteEnvironment.value_or(QString()));
    m_scopeConfig->setText(common.scopeConfigId.value_or(QString()));
}

Prefill BatchColumns::common() const
{
    Prefill common;
    common.category = chosen<Category>(m_category);
    common.language = chosen<FlowLanguage>(m_language);
    common.linkType = chosen<LinkType>(m_linkType);
    common.filtering = chosen<bool>(m_filtering);
    common.fieldMapping = chosen<bool>(m_fieldMapping);
    common.tool = textOf(m_tool);
    common.remoteEnvironment = textOf(m_remoteEnvironment);
    common.scopeConfigId = textOf(m_scopeConfig);
    return common;
}

} // namespace desk
