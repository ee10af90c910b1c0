// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/advancedfields.h"

#include "ui_advancedfields.h"

#include "ui/demo/maskededit.h"
#include "ui/form/checkedfield.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include "core/detailsrules.h"
#include "wording/detailswording.h"

namespace desk {

namespace {

void showHint(QWidget *field, QLabel *hint, const QString &text)
{
    hint->setText(text);
    hint->setVisible(!text.isEmpty());
    field->setAccessibleDescription(text);
}

QString sentenceOf(DetailsField field, const std::optional<DetailsProblem> &lock)
{
    return lock ? DetailsWording::sentence({field, *lock}) : QString();
}

} // namespace

AdvancedFields::AdvancedFields(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AdvancedFields>())
{
    m_ui->setupUi(this);
    m_scopeConfig = new CheckedField(
        DetailsField::ScopeConfigId, m_ui->scopeConfigEdit, m_ui->scopeConfigProblem, this);
    m_remoteEnvironment = new CheckedField(DetailsField::RemoteEnvironment,
        m_ui->remoteEnvironmentEdit, m_ui->remoteEnvironmentProblem, this);
    m_texts = {m_scopeConfig, m_remoteEnvironment};
    m_scopeConfigMask = new MaskedEdit(Masked::Kind::OtherId, m_ui->scopeConfigEdit, this);
    setUpTexts();
    for (const CheckedField *text : std::as_const(m_texts))
        connect(text, &CheckedField::edited, this, &AdvancedFields::edited);
    connect(m_ui->filteringCheck, &QCheckBox::toggled, this, &AdvancedFields::edited);
    connect(m_ui->fieldMappingCheck, &QCheckBox::toggled, this, &AdvancedFields::edited);
    follow({});
}

AdvancedFields::~AdvancedFields() = default;

void AdvancedFields::setUpTexts()
{
    m_ui->fieldLayout->setSpacing(Metrics::space(1));
    for (QLabel *hint :
        {m_ui->remoteEnvironmentHint, m_ui->filteringHint, m_ui->fieldMappingHint}) {
        makeMuted(hint);
    }
    // Room between one field and the label of the next.
    m_ui->remoteEnvironmentLabel->setContentsMargins(0, Metrics::space(2), 0, 0);
    showHint(m_ui->fieldMappingCheck, m_ui->fieldMappingHint,
        tr("Adds the step in which the client maps their own fields."));
}

void AdvancedFields::setMasked(bool masked)
{
    m_scopeConfigMask->setOn(masked);
}

void AdvancedFields::writeTo(ConnectDetails &details) const
{
    details.scopeConfigId = m_scopeConfig->text();
    details.remoteEnvironment = m_remoteEnvironment->text();
    details.filtering = m_ui->filteringCheck->isChecked();
    details.fieldMapping = m_ui->fieldMappingCheck->isChecked();
}

void AdvancedFields::setValues(const ConnectDetails &details)
{
    m_scopeConfig->setText(details.scopeConfigId);
    m_remoteEnvironment->setText(details.remoteEnvironment);
    m_ui->filteringCheck->setChecked(details.filtering);
    m_ui->fieldMappingCheck->setChecked(details.fieldMapping);
}

void AdvancedFields::follow(const ConnectDetails &details)
{
    const auto environmentLock = lockOf(DetailsField::RemoteEnvironment, details);
    m_ui->remoteEnvironmentEdit->setEnabled(!environmentLock);
    showHint(m_ui->remoteEnvironmentEdit, m_ui->remoteEnvironmentHint,
        sentenceOf(DetailsField::RemoteEnvironment, environmentLock));
    const auto filteringLock = lockOf(DetailsField::Filtering, details);
    m_ui->filteringCheck->setEnabled(!filteringLock);
    showHint(m_ui->filteringCheck, m_ui->filteringHint,
        filteringLock ? sentenceOf(DetailsField::Filtering, filteringLock)
                      : tr("Adds the step in which the client chooses whose data is shared."));
}

} // namespace desk
