// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/followup/claimdialog.h"

#include "ui/demo/masked.h"
#include "ui/demo/maskededit.h"
#include "ui/integration/openintegrationdialog.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "followup/integrationreading.h"
#include "wording/errorwording.h"
#include "wording/followupwording.h"
#include "wording/integrationwording.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ClaimDialog::ClaimDialog(std::unique_ptr<LinkClaim> claim, QWidget *parent)
    : QDialog(parent)
    , m_claim(std::move(claim))
    , m_edit(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_notice(new Notice(this))
    , m_mask(new MaskedEdit(Masked::Kind::OtherId, m_edit, this))
{
    setObjectName(u"claimDialog"_s);
    setWindowTitle(tr("Enter Integration ID"));
    setMinimumWidth(Metrics::space(105));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(1));
    makeFields();
    makeButtons();
    connect(m_claim.get(), &LinkClaim::checked, this, &ClaimDialog::take);
    connect(m_claim.get(), &LinkClaim::failed, this, &ClaimDialog::showFailure);
    connect(m_claim.get(), &LinkClaim::waiting, this, [this](std::chrono::milliseconds left) {
        if (left.count() > 0)
            showProblem(tr("Kombo asks us to slow down; going on in %1.")
                            //: %1 is such as "3 seconds"
                            .arg(ErrorWording::duration(left)));
        else
            showProblem({});
    });
    m_edit->setFocus(Qt::OtherFocusReason);
}

ClaimDialog::~ClaimDialog() = default;

void ClaimDialog::makeFields()
{
    const Attempt &attempt = m_claim->attempt();
    QLabel *explanation = plainLabel(
        //: %1 is the name of an organization
        tr("Which integration came of the link for %1? It is read from Kombo and compared before "
           "anything is closed.")
            .arg(attempt.organization),
        this);
    auto *label = new QLabel(tr("Integration ID"), this);
    label->setBuddy(m_edit);
    label->setContentsMargins(0, Metrics::space(2), 0, 0);
    m_edit->setObjectName(u"claimId"_s);
    m_edit->setAccessibleName(label->text());
    m_edit->setPlaceholderText(u"personio:Zk3vT8mQ"_s);
    m_edit->setFont(Metrics::monospace());
    if (attempt.purpose != AttemptPurpose::Connection)
        m_edit->setText(attempt.integrationId);
    m_error->setObjectName(u"claimError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setFont(Metrics::small());
    m_error->hide();
    m_notice->setObjectName(u"claimNotice"_s);
    for (QWidget *widget : {static_cast<QWidget *>(explanation), static_cast<QWidget *>(label),
             static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_error),
             static_cast<QWidget *>(m_notice)}) {
        layout()->addWidget(widget);
    }
    connect(m_edit, &QLineEdit::textChanged, this, &ClaimDialog::forgetFinding);
}

void ClaimDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_compare = buttons->addButton(tr("Compare"), QDialogButtonBox::ActionRole);
    m_compare->setObjectName(u"claimCompare"_s);
    m_compare->setProperty("emphasis", u"primary"_s);
    m_compare->setDefault(true);
    m_accept = buttons->addButton(tr("It is this client"), QDialogButtonBox::ActionRole);
    m_accept->setObjectName(u"claimAccept"_s);
    m_accept->setAutoDefault(false);
    m_accept->hide();
    buttons->setContentsMargins(0, Metrics::space(3), 0, 0);
    layout()->addWidget(buttons);
    connect(m_compare, &QPushButton::clicked, this, &ClaimDialog::compare);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        if (!m_finding)
            return;
        Q_EMIT settled(m_claim->attempt().id, *m_finding);
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ClaimDialog::setMasked(bool masked)
{
    m_notice->setFilter(masked
            ? Notice::Filter([ids = QStringList{m_claim->attempt().originId}](
                                 const QString &text) { return Masked::text(text, ids); })
            : Notice::Filter());
    m_mask->setOn(masked);
}

void ClaimDialog::compare()
{
    const QString id = cleanedInput(m_edit->text());
    forgetFinding();
    const QString problem = OpenIntegrationDialog::problemOf(id);
    if (!problem.isEmpty()) {
        showProblem(problem);
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->selectAll();
        return;
    }
    setBusy(true);
    m_claim->check(id);
}

void ClaimDialog::take(const ClaimFinding &finding)
{
    setBusy(false);
    showProblem({});
    if (finding.fits()) {
        Q_EMIT settled(m_claim->attempt().id, finding);
        accept();
        return;
    }
    m_finding = finding;
    m_notice->present({Notice::Tone::Warning, tr("This may be another client"),
        FollowUpWording::differences(finding, m_claim->attempt()).join(u'\n'), {}, {}});
    m_accept->show();
    fit();
}

void ClaimDialog::showFailure(const ApiError &error)
{
    setBusy(false);
    showProblem({});
    if (saysNotKnownHere(error)) {
        const IntegrationWording::Standing missing = IntegrationWording::missing();
        m_notice->present({Notice::Tone::Warning, missing.headline, missing.advice, {}, {}});
        fit();
        return;
    }
    const ErrorMessage message = ErrorWording::message(error);
    m_notice->present({Notice::Tone::Error, message.headline, message.advice,
        ErrorWording::detailsWithLog(message, error), {}});
    fit();
}

void ClaimDialog::forgetFinding()
{
    m_claim->cancel();
    setBusy(false);
    m_finding.reset();
    m_accept->hide();
    m_notice->dismiss();
    showProblem({});
}

void ClaimDialog::setBusy(bool busy)
{
    m_compare->setEnabled(!busy);
    m_compare->setText(busy ? tr("Reading…") : tr("Compare"));
}

// A dialog asks its layout for the height of broken lines only when it is first shown.
void ClaimDialog::fit()
{
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void ClaimDialog::showProblem(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
    fit();
}

} // namespace desk
