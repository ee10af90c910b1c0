// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/prefilldialog.h"

#include "ui/parts/labels.h"
#include "ui/parts/notice.h"
#include "ui/theme/metrics.h"

#include "wording/prefillwording.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void addChange(QGridLayout *grid, const PrefillWording::Change &change)
{
    QLabel *label = plainLabel(change.label);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(false);
    QLabel *value = plainLabel(change.after);
    value->setAccessibleName(change.label);
    value->setAccessibleDescription(change.after);
    for (QLabel *cell : {label, value})
        cell->setContentsMargins(0, Metrics::space(1), 0, 0);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    if (!change.replaces())
        return;
    //: %1 is the value that stands in a field of the form now
    QLabel *before = mutedLabel(PrefillDialog::tr("replaces “%1”").arg(change.before));
    before->setFont(Metrics::small());
    grid->addWidget(before, row + 1, 1);
}

} // namespace

PrefillDialog::PrefillDialog(
    const PrefillAddress &address, const ConnectDetails &form, QWidget *parent)
    : QDialog(parent)
    , m_address(address)
{
    setWindowTitle(tr("Fill the Form"));
    auto *headline = plainLabel(
        isFilling() ? tr("Fill the form from this address?") : tr("This address fills nothing in"));
    headline->setFont(Metrics::heading());
    auto *content = new QWidget;
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(Metrics::space(4));
    contentLayout->addWidget(mutedLabel(
        tr("Another program opened it. Nothing is sent; you can change everything afterwards.")));
    addChanges(contentLayout, form);
    addWarnings(contentLayout, form);
    contentLayout->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(headline);
    layout->addWidget(scrolled(content), 1);
    addButtons(layout);
}

QWidget *PrefillDialog::scrolled(QWidget *content)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    // As high as what it shows, but never higher than a screen.
    const int width = Metrics::space(105);
    const int height = qMax(content->heightForWidth(width), content->minimumSizeHint().height());
    scroll->setMinimumSize(width, qMin(height, Metrics::space(130)));
    return scroll;
}

void PrefillDialog::addChanges(QVBoxLayout *into, const ConnectDetails &form)
{
    if (!isFilling())
        return;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::space(5));
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    const QList<PrefillWording::Change> changes = PrefillWording::changes(m_address.prefill, form);
    for (const PrefillWording::Change &change : changes)
        addChange(grid, change);
    into->addLayout(grid);
}

void PrefillDialog::addWarnings(QVBoxLayout *into, const ConnectDetails &form)
{
    const auto add = [this, into](const QString &name, const Notice::Content &content) {
        auto *notice = new Notice(this);
        notice->setObjectName(name);
        into->addWidget(notice);
        notice->present(content);
    };
    const QString kept = PrefillWording::keptSentence(m_address.prefill, form);
    if (!kept.isEmpty()) {
        add(u"keptNotice"_s,
            {Notice::Tone::Warning, tr("Two clients could get mixed"), kept, {}, {}});
    }
    QStringList refused;
    for (const PrefillRefusal &refusal : std::as_const(m_address.refused))
        refused.append(PrefillWording::sentence(refusal));
    if (!refused.isEmpty()) {
        add(u"refusedNotice"_s,
            {Notice::Tone::Information, tr("Left out of the address"), refused.join(u'\n'), {},
                {}});
    }
}

void PrefillDialog::addButtons(QVBoxLayout *into)
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel =
        buttons->addButton(isFilling() ? QDialogButtonBox::Cancel : QDialogButtonBox::Close);
    if (isFilling()) {
        QPushButton *fill = buttons->addButton(tr("Fill the form"), QDialogButtonBox::AcceptRole);
        fill->setObjectName(u"fillButton"_s);
        fill->setAutoDefault(false);
    }
    cancel->setDefault(true);
    cancel->setFocus(Qt::OtherFocusReason);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT filled(m_address.prefill); });
    into->addWidget(buttons);
}

} // namespace desk
