// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/connectform.h"

#include "ui_connectform.h"

#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "wording/detailswording.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>

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

std::optional<QString> optionalText(const QLineEdit *edit)
{
    const QString text = cleanedInput(edit->text());
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

ConnectForm::ConnectForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectForm>())
{
    m_ui->setupUi(this);
    m_texts = {
        {DetailsField::Email, m_ui->emailEdit, m_ui->emailError},
        {DetailsField::Organization, m_ui->organizationEdit, m_ui->organizationError},
        {DetailsField::OriginId, m_ui->originIdEdit, m_ui->originIdError},
        {DetailsField::Tool, m_ui->toolEdit, m_ui->toolError},
    };
    setUpTexts();
    setUpChoices();
    connect(m_ui->createLinkButton, &QPushButton::clicked, this, &ConnectForm::submit);
}

ConnectForm::~ConnectForm() = default;

void ConnectForm::setUpTexts()
{
    m_ui->formLayout->setSpacing(Metrics::space(1));
    for (const TextField &field : std::as_const(m_texts)) {
        field.error->setForegroundRole(QPalette::BrightText);
        field.error->setFont(Metrics::small());
        field.edit->installEventFilter(this);
        connect(field.edit, &QLineEdit::textChanged, this, [this] {
            showProblems();
            noteCompleteness();
        });
    }
    // Room between one field and the label of the next.
    for (QLabel *label : {m_ui->organizationLabel, m_ui->originIdLabel, m_ui->categoryLabel,
             m_ui->languageLabel, m_ui->toolLabel, m_ui->linkTypeLabel}) {
        label->setContentsMargins(0, Metrics::space(2), 0, 0);
    }
    for (QVBoxLayout *column : {m_ui->categoryColumn, m_ui->languageColumn, m_ui->linkTypeColumn}) {
        column->setSpacing(Metrics::space(1));
    }
    m_ui->choiceRow->setSpacing(Metrics::space(3));
    m_ui->buttonGap->changeSize(0, Metrics::space(3), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_ui->bottomSpacer->changeSize(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding);
}

void ConnectForm::setUpChoices()
{
    fill(m_ui->categoryCombo, allCategories());
    fill(m_ui->languageCombo, allFlowLanguages());
    fill(m_ui->linkTypeCombo, QList{LinkType::Embedded});
    m_ui->linkTypeCombo->setToolTip(tr("Valid for one hour and shown in this window"));
    m_ui->choiceRow->setStretch(0, 1);
    m_ui->choiceRow->setStretch(1, 1);
}

ConnectDetails ConnectForm::details() const
{
    ConnectDetails details;
    details.email = cleanedInput(m_ui->emailEdit->text());
    details.organization = cleanedInput(m_ui->organizationEdit->text());
    details.originId = optionalText(m_ui->originIdEdit);
    details.tool = optionalText(m_ui->toolEdit);
    details.category = chosen<Category>(m_ui->categoryCombo);
    details.language = chosen<FlowLanguage>(m_ui->languageCombo);
    details.linkType = chosen<LinkType>(m_ui->linkTypeCombo);
    return details;
}

void ConnectForm::setDetails(const ConnectDetails &details)
{
    for (TextField &field : m_texts)
        field.wasLeft = false;
    m_ui->emailEdit->setText(details.email);
    m_ui->organizationEdit->setText(details.organization);
    m_ui->originIdEdit->setText(details.originId.value_or(QString()));
    m_ui->toolEdit->setText(details.tool.value_or(QString()));
    choose(m_ui->categoryCombo, details.category);
    choose(m_ui->languageCombo, details.language);
    choose(m_ui->linkTypeCombo, LinkType::Embedded);
    showProblems();
    noteCompleteness();
}

bool ConnectForm::isComplete() const
{
    return checkDetails(details()).isEmpty();
}

void ConnectForm::clear()
{
    setDetails({});
    focusFirstField();
}

void ConnectForm::focusFirstField()
{
    m_ui->emailEdit->setFocus(Qt::OtherFocusReason);
    m_ui->emailEdit->selectAll();
}

void ConnectForm::submit()
{
    if (m_isCreating)
        return;
    for (TextField &field : m_texts)
        leave(field);
    const QList<DetailsError> errors = checkDetails(details());
    if (errors.isEmpty()) {
        Q_EMIT submitted(details());
        return;
    }
    for (const TextField &field : std::as_const(m_texts)) {
        if (problemOf(field.field, errors)) {
            field.edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ConnectForm::setCreating(bool creating)
{
    m_isCreating = creating;
    m_ui->createLinkButton->setEnabled(!creating);
    m_ui->createLinkButton->setText(creating ? tr("Creating link…") : tr("Create link"));
}

bool ConnectForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        if (TextField *field = fieldOf(watched))
            leave(*field);
    }
    return QWidget::eventFilter(watched, event);
}

ConnectForm::TextField *ConnectForm::fieldOf(const QObject *edit)
{
    for (TextField &field : m_texts) {
        if (field.edit == edit)
            return &field;
    }
    return nullptr;
}

void ConnectForm::leave(TextField &field)
{
    field.wasLeft = true;
    const QString cleaned = cleanedInput(field.edit->text());
    if (cleaned != field.edit->text())
        field.edit->setText(cleaned);
    showProblems();
}

void ConnectForm::showProblems()
{
    const QList<DetailsError> errors = checkDetails(details());
    for (const TextField &field : std::as_const(m_texts))
        showProblem(field, errors);
}

void ConnectForm::showProblem(const TextField &field, const QList<DetailsError> &errors)
{
    const std::optional<DetailsProblem> problem =
        field.wasLeft ? problemOf(field.field, errors) : std::nullopt;
    const QString sentence =
        problem ? DetailsWording::sentence({field.field, *problem}) : QString();
    field.error->setText(sentence);
    field.error->setVisible(problem.has_value());
    field.edit->setAccessibleDescription(sentence);
    field.edit->setProperty("invalid", problem.has_value());
    field.edit->update();
}

void ConnectForm::noteCompleteness()
{
    const bool isNowComplete = isComplete();
    if (isNowComplete == m_wasComplete)
        return;
    m_wasComplete = isNowComplete;
    Q_EMIT completenessChanged(isNowComplete);
}

} // namespace desk
