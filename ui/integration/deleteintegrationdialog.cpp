// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/deleteintegrationdialog.h"

#include "ui/demo/maskededit.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include "core/inputtext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString placeOf(const DeleteIntegrationDialog::Subject &subject)
{
    if (subject.profile.isEmpty() || subject.profile == subject.environment)
        return subject.environment;
    //: Where something is deleted: %1 the name of a profile, %2 a word such as "Production"
    return DeleteIntegrationDialog::tr("%1 (%2)").arg(subject.profile, subject.environment);
}

} // namespace

DeleteIntegrationDialog::DeleteIntegrationDialog(const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit(this))
{
    const QString organization = cleanedInput(subject.organization);
    m_expected = organization.isEmpty() ? subject.integrationId : organization;
    const QString id = subject.isMasked
        ? Masked::value(Masked::Kind::OtherId, subject.integrationId)
        : subject.integrationId;
    const QString name = organization.isEmpty() ? id : organization;
    setObjectName(u"deleteIntegrationDialog"_s);
    setWindowTitle(tr("Delete Integration"));
    setMinimumWidth(Metrics::space(95));

    //: %1 is the name of an organization, %2 the name of a profile with the word for its kind
    auto *heading =
        plainLabel(tr("Delete the integration of %1 in %2?").arg(name, placeOf(subject)), this);
    heading->setObjectName(u"deleteQuestion"_s);
    heading->setFont(Metrics::heading());
    //: %1 is the ID of an integration
    auto *consequence =
        plainLabel(tr("%1 stops working at once, and nothing brings it back. The "
                      "client would have to connect anew. Kombo erases the data after "
                      "14 days.")
                       .arg(id),
            this);
    const QString what = organization.isEmpty() ? tr("Type the integration ID to confirm")
                                                : tr("Type the organization’s name to confirm");
    auto *label = plainLabel(what, this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(u"deleteConfirmation"_s);
    m_edit->setAccessibleName(what);
    m_edit->setPlaceholderText(name);
    if (subject.isMasked && organization.isEmpty())
        (new MaskedEdit(Masked::Kind::OtherId, m_edit, this))->setOn(true);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(tr("Keep integration"), QDialogButtonBox::RejectRole);
    m_delete = buttons->addButton(tr("Delete integration"), QDialogButtonBox::AcceptRole);
    cancel->setObjectName(u"keepIntegrationButton"_s);
    m_delete->setObjectName(u"deleteIntegrationButton"_s);
    m_delete->setEnabled(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(heading);
    layout->addWidget(consequence);
    layout->addSpacing(Metrics::space(1));
    layout->addWidget(label);
    layout->addWidget(m_edit);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(buttons);
    connect(m_edit, &QLineEdit::textChanged, this, &DeleteIntegrationDialog::noteTyping);
    connect(m_delete, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void DeleteIntegrationDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // It would press the default button, which either deletes or throws the typing away.
    if (isReturn && m_edit->hasFocus())
        return;
    QDialog::keyPressEvent(event);
}

void DeleteIntegrationDialog::noteTyping()
{
    m_delete->setEnabled(cleanedInput(m_edit->text()) == m_expected);
}

} // namespace desk
