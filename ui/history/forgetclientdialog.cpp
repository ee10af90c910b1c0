// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/forgetclientdialog.h"

#include "ui/demo/maskededit.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "wording/detailswording.h"
#include "wording/ledgerwording.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto pauseInTyping = 250ms;

} // namespace

ForgetClientDialog::ForgetClientDialog(const PersonToForget &person, bool isMasked, QWidget *parent)
    : QDialog(parent)
    , m_organization(nullptr)
    , m_email(nullptr)
    , m_originId(nullptr)
    , m_found(plainLabel({}, this))
    , m_forget(nullptr)
{
    setObjectName(u"forgetClientDialog"_s);
    setWindowTitle(tr("Forget Client"));
    setMinimumWidth(Metrics::space(100));
    auto *heading = plainLabel(tr("Whose data is to be erased here?"), this);
    heading->setFont(Metrics::heading());
    auto *consequence = plainLabel(
        tr("Everything that names this client goes from the history and from the copies beside it, "
           "also timelines and exchanges of others in which it is named, and nothing brings it "
           "back. What is at Kombo stays there. Backups, exports and tables of batches that you "
           "have saved are not reached, and yours to delete."),
        this);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Metrics::space(3));
    form->setVerticalSpacing(Metrics::space(2));
    m_organization = makeField(u"forgetOrganization"_s,
        DetailsWording::label(DetailsField::Organization), person.organization, *form);
    m_email = makeField(
        u"forgetEmail"_s, DetailsWording::label(DetailsField::Email), person.email, *form);
    m_originId = makeField(
        u"forgetOriginId"_s, DetailsWording::label(DetailsField::OriginId), person.originId, *form);
    auto *rule = mutedLabel(tr("Any of these is enough. Empty fields do not count."), this);
    if (isMasked) {
        (new MaskedEdit(Masked::Kind::Email, m_email, this))->setOn(true);
        (new MaskedEdit(Masked::Kind::OriginId, m_originId, this))->setOn(true);
    }
    m_found->setObjectName(u"forgetFound"_s);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *keep = buttons->addButton(tr("Keep data"), QDialogButtonBox::RejectRole);
    m_forget = buttons->addButton(tr("Forget client"), QDialogButtonBox::DestructiveRole);
    keep->setObjectName(u"keepDataButton"_s);
    m_forget->setObjectName(u"forgetClientButton"_s);
    m_forget->setAutoDefault(false);
    keep->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    for (QWidget *part : std::initializer_list<QWidget *>{heading, consequence})
        layout->addWidget(part);
    layout->addLayout(form);
    layout->addWidget(rule);
    layout->addWidget(m_found);
    layout->addWidget(buttons);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseInTyping);
    connect(&m_typing, &QTimer::timeout, this, &ForgetClientDialog::askForCount);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_forget, &QPushButton::clicked, this, &QDialog::accept);
    noteTyping();
    const QList<QLineEdit *> fields{m_organization, m_email, m_originId};
    const bool isAnybodyNamed = std::any_of(fields.cbegin(), fields.cend(),
        [](const QLineEdit *field) { return !field->text().isEmpty(); });
    (isAnybodyNamed ? static_cast<QWidget *>(keep) : m_organization)
        ->setFocus(Qt::OtherFocusReason);
}

QLineEdit *ForgetClientDialog::makeField(
    const QString &name, const QString &label, const QString &value, QFormLayout &to)
{
    auto *edit = new QLineEdit(value, this);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setMaxLength(AttemptQuery::longestText);
    auto *title = new QLabel(label, this);
    title->setBuddy(edit);
    to.addRow(title, edit);
    connect(edit, &QLineEdit::textChanged, this, &ForgetClientDialog::noteTyping);
    return edit;
}

PersonToForget ForgetClientDialog::person() const
{
    return {cleanedInput(m_email->text()), cleanedInput(m_originId->text()),
        cleanedInput(m_organization->text()), {}};
}

void ForgetClientDialog::noteTyping()
{
    if (!m_forget || !m_originId)
        return;
    m_forget->setEnabled(false);
    m_found->setText(tr("Counting…"));
    m_typing.start();
}

void ForgetClientDialog::askForCount()
{
    const PersonToForget whom = person();
    if (whom.email.isEmpty() && whom.originId.isEmpty() && whom.organization.isEmpty())
        m_found->setText(tr("Say who it is."));
    else
        Q_EMIT countRequested(whom);
}

void ForgetClientDialog::setCount(const Forgotten &found)
{
    if (m_typing.isActive())
        return; // of somebody else
    const bool isSomething = found.attempts > 0 || found.integrations > 0;
    //: %1 is such as "12 attempts, 1 integration"
    const QString goes = tr("This goes: %1.").arg(LedgerWording::counts(found));
    // Hidden attempts and texts of others may hold the client even so.
    m_found->setText(isSomething
            ? goes
            : tr("Nothing in sight names this client. What is left in deleted attempts goes."));
    m_forget->setText(isSomething && !person().organization.isEmpty()
            //: The button that does it; %1 is the name of an organization
            ? tr("Forget %1").arg(person().organization.replace(u'&', "&&"_L1))
            : tr("Forget client"));
    m_forget->setEnabled(true);
}

void ForgetClientDialog::setProblem(const QString &sentence)
{
    m_found->setText(sentence);
}

} // namespace desk
