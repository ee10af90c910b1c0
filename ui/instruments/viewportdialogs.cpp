// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/instruments/viewportdialogs.h"

#include "ui/theme/metrics.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QDialogButtonBox *addButtons(QFormLayout *layout, QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addRow(buttons);
    return buttons;
}

QSpinBox *pixelBox(const QString &name, int value, int smallest, int largest, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(smallest, largest);
    box->setValue(value);
    box->setAccessibleName(name);
    return box;
}

} // namespace

ViewportSizeDialog::ViewportSizeDialog(QSize size, QWidget *parent)
    : QDialog(parent)
    , m_width(pixelBox(tr("Width"), size.width(), ViewingConditions::smallestSize.width(),
          ViewingConditions::largestSize.width(), this))
    , m_height(pixelBox(tr("Height"), size.height(), ViewingConditions::smallestSize.height(),
          ViewingConditions::largestSize.height(), this))
{
    setObjectName(u"viewportSizeDialog"_s);
    setWindowTitle(tr("Size of the flow in CSS pixels"));
    m_width->setObjectName(u"viewportWidth"_s);
    m_height->setObjectName(u"viewportHeight"_s);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Width"), m_width);
    layout->addRow(tr("&Height"), m_height);
    addButtons(layout, this);
}

QSize ViewportSizeDialog::size() const
{
    return {m_width->value(), m_height->value()};
}

RequestHeadersDialog::RequestHeadersDialog(const ViewingConditions &conditions, QWidget *parent)
    : QDialog(parent)
    , m_conditions(conditions)
    , m_language(new QLineEdit(conditions.language, this))
    , m_userAgent(new QLineEdit(conditions.userAgent, this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"requestHeadersDialog"_s);
    setWindowTitle(tr("Language and user agent"));
    m_language->setObjectName(u"languageHeader"_s);
    m_language->setAccessibleName(tr("Language"));
    m_language->setPlaceholderText(u"de-DE, de"_s);
    m_userAgent->setObjectName(u"userAgentHeader"_s);
    m_userAgent->setAccessibleName(tr("User agent"));
    m_userAgent->setPlaceholderText(tr("That of the browser engine"));
    m_userAgent->setMinimumWidth(Metrics::space(80));
    m_problem->setObjectName(u"headerProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Language"), m_language);
    layout->addRow(tr("&User agent"), m_userAgent);
    layout->addRow(m_problem);
    m_buttons = addButtons(layout, this);
    connect(m_language, &QLineEdit::textChanged, this, &RequestHeadersDialog::check);
    connect(m_userAgent, &QLineEdit::textChanged, this, &RequestHeadersDialog::check);
    check();
}

ViewingConditions RequestHeadersDialog::conditions() const
{
    ViewingConditions conditions = m_conditions;
    conditions.language = m_language->text().trimmed();
    conditions.userAgent = m_userAgent->text().trimmed();
    return conditions;
}

void RequestHeadersDialog::check()
{
    const QStringList problems = conditions().problems();
    m_problem->setText(problems.isEmpty()
            ? tr("Sent with the next request; reload the flow for the page that is "
                 "there.")
            : problems.join(u' '));
    m_problem->setForegroundRole(
        problems.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problems.isEmpty());
}

} // namespace desk
