// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/openintegrationdialog.h"

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

// Nobody knows how long an ID may be; this is far beyond those that were ever seen.
constexpr qsizetype longestId = 200;

} // namespace

OpenIntegrationDialog::OpenIntegrationDialog(QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit(this))
    , m_error(new QLabel(this))
{
    setObjectName(u"openIntegrationDialog"_s);
    setWindowTitle(tr("Open Integration"));
    setMinimumWidth(Metrics::space(95));
    auto *label = new QLabel(tr("Integration ID"), this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(u"openIntegrationId"_s);
    m_edit->setAccessibleName(label->text());
    m_edit->setPlaceholderText(u"personio:Zk3vT8mQ"_s);
    m_edit->setFont(Metrics::monospace());
    m_error->setObjectName(u"openIntegrationError"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setFont(Metrics::small());
    m_error->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(tr("Open integration"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(u"openIntegrationButton"_s);
    m_open->setProperty("emphasis", u"primary"_s);
    m_open->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(label);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    layout->addSpacing(Metrics::space(3));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &OpenIntegrationDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    m_edit->setFocus(Qt::OtherFocusReason);
}

QString OpenIntegrationDialog::problemOf(const QString &id)
{
    if (id.isEmpty())
        return tr("Paste the ID of an integration.");
    if (id.size() > longestId)
        return tr("The ID is too long to be one.");
    if (id == "."_L1 || id == ".."_L1 || !isSaneToken(id))
        return tr("The ID may hold neither blanks nor letters beyond plain "
                  "ASCII; one looks like personio:Zk3vT8mQ.");
    return {};
}

void OpenIntegrationDialog::submit()
{
    const QString id = cleanedInput(m_edit->text());
    const QString problem = problemOf(id);
    if (!problem.isEmpty()) {
        showProblem(problem);
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->selectAll();
        return;
    }
    Q_EMIT integrationChosen(id);
    accept();
}

void OpenIntegrationDialog::showProblem(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
}

} // namespace desk
