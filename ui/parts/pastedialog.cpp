// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/pastedialog.h"

#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include "core/inputtext.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

PasteDialog::PasteDialog(const QString &name, const Texts &texts, Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_edit(new QLineEdit(this))
    , m_error(mutedLabel({}, this))
{
    setObjectName(name + u"Dialog"_s);
    setWindowTitle(texts.title);
    setMinimumWidth(Metrics::space(105));
    auto *label = new QLabel(texts.label, this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(name + u"Field"_s);
    m_edit->setAccessibleName(texts.label);
    m_error->setObjectName(name + u"Error"_s);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go = buttons->addButton(texts.action, QDialogButtonBox::AcceptRole);
    go->setObjectName(name + u"Button"_s);
    go->setProperty("emphasis", u"primary"_s);
    go->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(label);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    if (!texts.help.isEmpty())
        layout->addWidget(mutedLabel(texts.help, this));
    layout->addStretch();
    layout->addSpacing(Metrics::space(3));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PasteDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    m_edit->setFocus(Qt::OtherFocusReason);
}

void PasteDialog::submit()
{
    const QString value = cleanedInput(m_edit->text());
    const QString problem = m_check(value);
    if (!problem.isEmpty()) {
        showProblem(problem);
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->selectAll();
        return;
    }
    Q_EMIT pasted(value);
    accept();
}

void PasteDialog::showProblem(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
    // A window that is there already does not grow by itself, and the text below would be cut.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace desk
