// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/instruments/viewportdialogs.h"

#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QVBoxLayout *makeColumn(QDialog *dialog)
{
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    column->setSpacing(Metrics::space(3));
    return column;
}

// A field below its label, as in the form.
QBoxLayout *labelled(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(text);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(label);
    layout->addWidget(field);
    return layout;
}

QPushButton *addButtons(QVBoxLayout *column, const QString &action, QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton *go = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    go->setObjectName(u"applyButton"_s);
    go->setProperty("emphasis", u"primary"_s);
    go->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addStretch();
    column->addSpacing(Metrics::space(1));
    column->addWidget(buttons);
    return go;
}

QSpinBox *pixelBox(int value, int smallest, int largest, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(smallest, largest);
    box->setValue(value);
    box->setButtonSymbols(QSpinBox::NoButtons);
    return box;
}

} // namespace

ViewportSizeDialog::ViewportSizeDialog(QSize size, QWidget *parent)
    : QDialog(parent)
    , m_width(pixelBox(size.width(), ViewingConditions::smallestSize.width(),
          ViewingConditions::largestSize.width(), this))
    , m_height(pixelBox(size.height(), ViewingConditions::smallestSize.height(),
          ViewingConditions::largestSize.height(), this))
{
    setObjectName(u"viewportSizeDialog"_s);
    setWindowTitle(tr("Viewport Size"));
    m_width->setObjectName(u"viewportWidth"_s);
    m_height->setObjectName(u"viewportHeight"_s);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(Metrics::space(3));
    fields->addLayout(labelled(tr("Width"), m_width), 1);
    fields->addLayout(labelled(tr("Height"), m_height), 1);
    auto *column = makeColumn(this);
    column->addLayout(fields);
    //: %1 and %2 are numbers
    column->addWidget(mutedLabel(tr("In CSS pixels, each from %1 to %2.")
                                     .arg(ViewingConditions::smallestSize.width())
                                     .arg(ViewingConditions::largestSize.width()),
        this));
    addButtons(column, tr("Set size"), this);
    setMinimumWidth(Metrics::space(80));
    m_width->selectAll();
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
    , m_problem(mutedLabel({}, this))
{
    setObjectName(u"requestHeadersDialog"_s);
    setWindowTitle(tr("Language and User Agent"));
    m_language->setObjectName(u"languageHeader"_s);
    m_language->setPlaceholderText(tr("That of the browser engine, or such as: de-DE, de"));
    m_userAgent->setObjectName(u"userAgentHeader"_s);
    m_userAgent->setPlaceholderText(tr("That of the browser engine"));
    m_problem->setObjectName(u"headerProblem"_s);
    auto *column = makeColumn(this);
    column->addLayout(labelled(tr("Language"), m_language));
    column->addLayout(labelled(tr("User agent"), m_userAgent));
    column->addWidget(m_problem);
    m_apply = addButtons(column, tr("Set headers"), this);
    setMinimumWidth(Metrics::space(120));
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
            ? tr("Sent with the next request; reload the flow for the page that is there.")
            : problems.join(u' '));
    m_problem->setForegroundRole(
        problems.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    m_apply->setEnabled(problems.isEmpty());
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace desk
