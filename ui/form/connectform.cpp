// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/connectform.h"

#include "ui_connectform.h"

#include "ui/demo/maskededit.h"
#include "ui/form/checkedfield.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include "core/detailsrules.h"
#include "wording/detailswording.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QScopedValueRollback>

#include <utility>

namespace desk {

namespace {

template <typename Value> void fill(QComboBox *combo, const QList<Value> &values)
{
    for (const Value value : values)
        combo->addItem(DetailsWording::name(value), QVariant::fromValue(value));
}

template <typename Value> Value chosen(const QComboBox *combo)
{
    return combo->currentData().value<Value>();
}

template <typename Value> void choose(QComboBox *combo, Value value)
{
    combo->setCurrentIndex(combo->findData(QVariant::fromValue(value)));
}

} // namespace

ConnectForm::ConnectForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectForm>())
{
    m_ui->setupUi(this);
    setUpLook();
    setUpTexts();
    setUpChoices();
    connect(m_ui->createLinkButton, &QPushButton::clicked, this, &ConnectForm::submit);
    noteEdit();
}

ConnectForm::~ConnectForm()
{
    // A field that has the focus is left while the window closes; by then its label is gone.
    for (CheckedField *field : std::as_const(m_texts))
        field->disconnect(this);
}

void ConnectForm::setUpLook()
{
    m_ui->formLayout->setSpacing(Metrics::space(1));
    // Room between one field and the label of the next.
    for (QLabel *label : {m_ui->organizationLabel, m_ui->originIdLabel, m_ui->categoryLabel,
             m_ui->languageLabel, m_ui->toolLabel, m_ui->linkTypeLabel}) {
        label->setContentsMargins(0, Metrics::space(2), 0, 0);
    }
    for (QVBoxLayout *column : {m_ui->categoryColumn, m_ui->languageColumn})
        column->setSpacing(Metrics::space(1));
    m_ui->choiceRow->setSpacing(Metrics::space(3));
    m_ui->advancedRow->setContentsMargins(0, Metrics::space(2), 0, 0);
    makeMuted(m_ui->categoryHint);
    makeMuted(m_ui->linkTypeHint);
    m_ui->categoryHint->hide();
    m_ui->advancedToggle->setTitle(tr("Advanced"));
    m_ui->advancedToggle->setContent(m_ui->advancedFields);
    m_ui->buttonGap->changeSize(0, Metrics::space(3), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_ui->bottomSpacer->changeSize(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding);
}

void ConnectForm::setUpTexts()
{
    m_email = new CheckedField(DetailsField::Email, m_ui->emailEdit, m_ui->emailError, this);
    m_organization = new CheckedField(
        DetailsField::Organization, m_ui->organizationEdit, m_ui->organizationError, this);
    m_originId =
        new CheckedField(DetailsField::OriginId, m_ui->originIdEdit, m_ui->originIdError, this);
    m_ui->toolLabel->setBuddy(m_ui->toolPicker->edit());
    m_tool = new CheckedField(DetailsField::Tool, m_ui->toolPicker->edit(), m_ui->toolError, this);
    m_texts = {m_email, m_organization, m_originId, m_tool};
    m_texts.append(m_ui->advancedFields->texts());
    for (const CheckedField *text : std::as_const(m_texts)) {
        connect(text, &CheckedField::edited, this, &ConnectForm::noteEdit);
        connect(text, &CheckedField::left, this, &ConnectForm::showProblems);
    }
    connect(m_ui->toolPicker, &ToolPicker::edited, this, [this] { m_toolMustFit = false; });
    connect(m_ui->toolPicker, &ToolPicker::toolChanged, this, &ConnectForm::noteEdit);
    connect(m_ui->toolPicker, &ToolPicker::refreshRequested, this, &ConnectForm::toolsWanted);
    connect(m_ui->toolPicker, &ToolPicker::copied, this, &ConnectForm::copied);
    connect(m_ui->advancedFields, &AdvancedFields::edited, this, &ConnectForm::noteEdit);
    m_masks = {new MaskedEdit(Masked::Kind::Email, m_ui->emailEdit, this),
        new MaskedEdit(Masked::Kind::OriginId, m_ui->originIdEdit, this)};
}

void ConnectForm::setUpChoices()
{
    fill(m_ui->categoryCombo, allCategories());
    fill(m_ui->languageCombo, allFlowLanguages());
    fill(m_ui->linkTypeCombo, allLinkTypes());
    m_ui->choiceRow->setStretch(0, 1);
    m_ui->choiceRow->setStretch(1, 1);
    connect(
        m_ui->categoryCombo, &QComboBox::currentIndexChanged, this, &ConnectForm::changeCategory);
    connect(m_ui->languageCombo, &QComboBox::currentIndexChanged, this, &ConnectForm::noteEdit);
    connect(m_ui->linkTypeCombo, &QComboBox::currentIndexChanged, this, &ConnectForm::noteEdit);
}

ConnectDetails ConnectForm::details() const
{
    return withoutLocked(typed());
}

ConnectDetails ConnectForm::typed() const
{
    ConnectDetails details;
    details.email = m_email->text().value_or(QString());
    details.organization = m_organization->text().value_or(QString());
    details.originId = m_originId->text();
    details.tool = m_ui->toolPicker->toolId();
    details.category = chosen<Category>(m_ui->categoryCombo);
    details.language = chosen<FlowLanguage>(m_ui->languageCombo);
    details.linkType = chosen<LinkType>(m_ui->linkTypeCombo);
    m_ui->advancedFields->writeTo(details);
    return details;
}

void ConnectForm::setDetails(const ConnectDetails &details)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_email->setText(details.email);
        m_organization->setText(details.organization);
        m_originId->setText(details.originId);
        choose(m_ui->categoryCombo, details.category);
        choose(m_ui->languageCombo, details.language);
        choose(m_ui->linkTypeCombo, details.linkType);
        m_ui->toolPicker->setToolId(details.tool);
        m_ui->advancedFields->setValues(details);
    }
    m_dropped.reset();
    m_ui->categoryHint->hide();
    if (m_category != details.category) {
        m_category = details.category;
        m_tools.reset();
        Q_EMIT categoryChanged(m_category);
    }
    m_toolMustFit = false;
    m_ui->advancedToggle->setOpen(advancedCount(details) > 0);
    noteEdit();
}

bool ConnectForm::isComplete() const
{
    return checkDetails(details(), m_rules.originIds).isEmpty() && !m_ui->toolPicker->problem();
}

bool ConnectForm::isPristine() const
{
    return typed() == emptyDetails();
}

ConnectDetails ConnectForm::emptyDetails() const
{
    ConnectDetails details;
    details.category = m_rules.category;
    details.language = m_rules.language;
    return details;
}

void ConnectForm::setRules(const Rules &rules)
{
    const bool wasPristine = isPristine();
    m_rules = rules;
    m_ui->originIdEdit->setPlaceholderText(rules.originIds == OriginIdPolicy::Required
            ? tr("Your own ID of this client")
            : tr("Optional: your own ID of this client"));
    if (wasPristine)
        setDetails(emptyDetails());
    else
        noteEdit();
}

void ConnectForm::setTools(const ToolOffer &offer)
{
    m_tools.reset();
    if (offer.state == ToolOffer::State::Ready) {
        m_tools.emplace();
        for (const Tool &tool : offer.tools)
            m_tools->append(tool.id);
    }
    m_ui->toolPicker->setOffer(offer);
    fitToCategory();
}

void ConnectForm::setPictures(PictureStore *pictures)
{
    m_ui->toolPicker->setPictures(pictures);
}

void ConnectForm::changeCategory()
{
    if (m_isFilling)
        return;
    const auto category = chosen<Category>(m_ui->categoryCombo);
    m_ui->categoryHint->hide();
    bringBack(category);
    m_categoryBefore = std::exchange(m_category, category);
    const std::optional<Tool> tool = m_ui->toolPicker->tool();
    m_toolName = tool ? tool->label : typed().tool.value_or(QString());
    m_toolMustFit = true;
    m_tools.reset();
    Q_EMIT categoryChanged(category);
    fitToCategory();
    noteEdit();
}

void ConnectForm::bringBack(Category category)
{
    if (!m_dropped || m_dropped->category != category)
        return;
    ConnectDetails details = typed();
    if (!details.tool)
        details.tool = m_dropped->tool;
    details.filtering = details.filtering || m_dropped->filtering;
    m_dropped.reset();
    const QScopedValueRollback filling(m_isFilling, true);
    m_ui->toolPicker->setToolId(details.tool);
    m_ui->advancedFields->setValues(details);
}

// Comes twice where the list of tools has to be fetched: at once, and when the list is there.
void ConnectForm::fitToCategory()
{
    const ConnectDetails before = typed();
    const CategoryChange change =
        inCategory(before, before.category, m_toolMustFit ? m_tools : std::nullopt);
    if (m_tools)
        m_toolMustFit = false;
    if (change.dropped.isEmpty())
        return;
    drop(before, change);
    noteEdit();
}

void ConnectForm::drop(const ConnectDetails &before, const CategoryChange &change)
{
    if (!m_dropped)
        m_dropped = Dropped{m_categoryBefore, {}, false};
    if (!change.details.tool && before.tool)
        m_dropped->tool = before.tool;
    m_dropped->filtering = m_dropped->filtering || before.filtering;
    QStringList sentences;
    for (const DetailsField field : change.dropped)
        sentences.append(DetailsWording::dropped(field, m_toolName, before.category));
    const QScopedValueRollback filling(m_isFilling, true);
    m_ui->toolPicker->setToolId(change.details.tool);
    m_ui->advancedFields->setValues(change.details);
    m_ui->categoryHint->setText(sentences.join(u' '));
    m_ui->categoryHint->show();
}

void ConnectForm::reset()
{
    setDetails(emptyDetails());
}

void ConnectForm::clear()
{
    reset();
    focusFirstField();
}

void ConnectForm::focusFirstField()
{
    m_ui->emailEdit->setFocus(Qt::OtherFocusReason);
    m_ui->emailEdit->selectAll();
}

void ConnectForm::focusSubmit()
{
    m_ui->createLinkButton->setFocus(Qt::OtherFocusReason);
}

void ConnectForm::placeAboveSubmit(QWidget *widget)
{
    m_ui->formLayout->insertWidget(m_ui->formLayout->indexOf(m_ui->createLinkButton), widget);
    QWidget *before = m_ui->createLinkButton->previousInFocusChain();
    const QList<QAbstractButton *> buttons = widget->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        setTabOrder(before, button);
        before = button;
    }
}

void ConnectForm::submit()
{
    if (m_isCreating)
        return;
    for (CheckedField *field : std::as_const(m_texts))
        field->leave();
    const QList<DetailsError> errors = checkDetails(details(), m_rules.originIds);
    if (!errors.isEmpty()) {
        focusField(fieldOf(errors.constFirst().field));
        return;
    }
    if (const std::optional<QString> problem = m_ui->toolPicker->problem()) {
        refuse(DetailsField::Tool, *problem);
        return;
    }
    Q_EMIT submitted(details());
}

void ConnectForm::setCreating(bool creating)
{
    m_isCreating = creating;
    m_ui->createLinkButton->setEnabled(!creating);
    m_ui->createLinkButton->setText(creating ? tr("Creating link…") : tr("Create link"));
}

void ConnectForm::refuse(DetailsField field, const QString &sentence)
{
    CheckedField *text = fieldOf(field);
    if (!text)
        return;
    text->refuse(sentence);
    focusField(text);
}

void ConnectForm::setMasked(bool masked)
{
    for (MaskedEdit *mask : std::as_const(m_masks))
        mask->setOn(masked);
    m_ui->advancedFields->setMasked(masked);
}

void ConnectForm::focusField(CheckedField *field)
{
    if (!field)
        return;
    if (m_ui->advancedFields->isAncestorOf(field->edit()))
        m_ui->advancedToggle->setOpen(true);
    field->edit()->setFocus(Qt::OtherFocusReason);
}

CheckedField *ConnectForm::fieldOf(DetailsField field) const
{
    for (CheckedField *text : m_texts) {
        if (text->field() == field)
            return text;
    }
    return nullptr;
}

void ConnectForm::noteEdit()
{
    if (m_isFilling)
        return;
    showProblems();
    const ConnectDetails now = typed();
    m_ui->advancedFields->follow(now);
    const int set = advancedCount(now);
    //: How many of the seldom needed fields are set; stands behind "Advanced"
    m_ui->advancedToggle->setMark(set == 0 ? QString() : tr("%n set", nullptr, set));
    m_ui->linkTypeHint->setText(DetailsWording::hint(now.linkType));
    m_ui->linkTypeCombo->setAccessibleDescription(m_ui->linkTypeHint->text());
    Q_EMIT edited();
    const bool isNowComplete = isComplete();
    if (isNowComplete == m_wasComplete)
        return;
    m_wasComplete = isNowComplete;
    Q_EMIT completenessChanged(isNowComplete);
}

void ConnectForm::showProblems()
{
    const QList<DetailsError> errors = checkDetails(details(), m_rules.originIds);
    for (CheckedField *field : std::as_const(m_texts))
        field->show(errors);
}

} // namespace desk
