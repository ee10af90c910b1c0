// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/entertokendialog.h"

#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "core/tokencheck.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString problemOf(const QString &token)
{
    if (token.isEmpty())
        return EnterTokenDialog::tr("Paste the activation token.");
    if (token.size() > maximumTokenLength)
        return EnterTokenDialog::tr("The activation token is too long to be one.");
    if (!isSaneToken(token))
        return EnterTokenDialog::tr("The activation token may hold neither blanks nor letters "
                                    "beyond plain ASCII.");
    return {};
}

} // namespace

EnterTokenDialog::EnterTokenDialog(QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit(this))
    , m_error(new QLabel(this))
{
    setObjectName(u"enterTokenDialog"_s);
    setWindowTitle(tr("Paste Activation Token"));
    setMinimumWidth(Metrics::space(95));
    auto *label = new QLabel(tr("Activation token"), this);
    label->setBuddy(m_edit);
    auto *help = new QLabel(tr("A flow that finished elsewhere hands a token to the page around "
                               "it. It is good for one integration and kept in memory only."),
        this);
    help->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    m_edit->setObjectName(u"enterTokenField"_s);
    m_edit->setAccessibleName(label->text());
    m_edit->setEchoMode(QLineEdit::Password);
    m_error->setObjectName(u"enterTokenError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setFont(Metrics::small());
    m_error->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *read = buttons->addButton(tr("Read integration"), QDialogButtonBox::AcceptRole);
    read->setObjectName(u"enterTokenButton"_s);
    read->setProperty("emphasis", u"primary"_s);
    read->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(label);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    layout->addWidget(help);
    layout->addSpacing(Metrics::space(3));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EnterTokenDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    m_edit->setFocus(Qt::OtherFocusReason);
}

void EnterTokenDialog::submit()
{
    const QString token = cleanedInput(m_edit->text());
    const QString problem = problemOf(token);
    if (!problem.isEmpty()) {
        showProblem(problem);
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->selectAll();
        return;
    }
    Q_EMIT tokenEntered(Secret(token));
    accept();
}

void EnterTokenDialog::showProblem(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
}

} // namespace desk
