// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/retentiondialog.h"

#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/theme/metrics.h"

#include "history/ledgersettings.h"
#include "wording/ledgerwording.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int forEver = 0;

std::optional<int> daysOf(const NamedComboBox &choice)
{
    const int days = choice.currentData().toInt();
    return days == forEver ? std::nullopt : std::optional(days);
}

} // namespace

RetentionDialog::RetentionDialog(const Retention &retention, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_attempts(nullptr)
    , m_integrations(nullptr)
{
    setObjectName(u"retentionDialog"_s);
    setWindowTitle(tr("Keeping History"));
    setMinimumWidth(Metrics::space(95));
    auto *heading = plainLabel(tr("How long is the history kept?"), this);
    heading->setFont(Metrics::heading());
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Metrics::space(3));
    form->setVerticalSpacing(Metrics::space(2));
    m_attempts = makeChoice(u"keepAttempts"_s, tr("Attempts"), retention.attemptDays, *form);
    m_integrations =
        makeChoice(u"keepIntegrations"_s, tr("Integrations"), retention.integrationDays, *form);
    auto *explanation = mutedLabel(
        tr("Older ones are erased here; nothing is changed at Kombo. A magic link that can still "
           "be opened stays until its time is over. Without its integration a client may be "
           "connected a second time, since nobody is warned any more."),
        this);
    //: %1 is a folder
    auto *place = mutedLabel(
        tr("Everything lies on this computer: %1").arg(QDir::toNativeSeparators(folder)), this);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton *save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"saveRetentionButton"_s);
    save->setProperty("emphasis", u"primary"_s);
    cancel->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addWidget(explanation);
    layout->addWidget(place);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

NamedComboBox *RetentionDialog::makeChoice(
    const QString &name, const QString &label, std::optional<int> days, QFormLayout &to)
{
    auto *choice = new NamedComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(label);
    for (const int offered : LedgerSettings::offeredDays)
        choice->addItem(LedgerWording::keepingTime(offered), offered);
    choice->addItem(LedgerWording::keepingTime(std::nullopt), forEver);
    choice->setCurrentIndex(choice->findData(days.value_or(forEver)));
    auto *title = new QLabel(label, this);
    title->setBuddy(choice);
    to.addRow(title, choice);
    return choice;
}

Retention RetentionDialog::retention() const
{
    return {daysOf(*m_attempts), daysOf(*m_integrations)};
}

} // namespace desk
