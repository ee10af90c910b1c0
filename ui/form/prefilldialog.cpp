// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/prefilldialog.h"

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

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

QLabel *mutedLabel(const QString &text)
{
    QLabel *label = plainLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void addChange(QGridLayout *grid, const PrefillWording::Change &change)
{
    QLabel *label = mutedLabel(change.label);
    label->setWordWrap(false);
    QLabel *value = plainLabel(change.after);
    value->setAccessibleName(change.label);
    value->setAccessibleDescription(change.after);
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
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(4));
    auto *headline =
        plainLabel(m_address.prefill.isEmpty() ? tr("This address fills nothing in")
                                               : tr("Fill the form from this address?"));
    headline->setFont(Metrics::heading());
    layout->addWidget(headline);
    layout->addWidget(mutedLabel(
        tr("Another program opened it. Nothing is sent; you can change everything afterwards.")));
    addChanges(layout, form);
    addWarnings(layout, form);
    addButtons(layout);
    resize(Metrics::space(110), sizeHint().height());
}

void PrefillDialog::addChanges(QVBoxLayout *into, const ConnectDetails &form)
{
    if (m_address.prefill.isEmpty())
        return;
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Metrics::space(5));
    grid->setVerticalSpacing(Metrics::space(1));
    grid->setColumnStretch(1, 1);
    const QList<PrefillWording::Change> changes = PrefillWording::changes(m_address.prefill, form);
    for (const PrefillWording::Change &change : changes)
        addChange(grid, change);
    grid->setRowStretch(grid->rowCount(), 1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(qMin(content->sizeHint().height(), Metrics::space(70)));
    into->addWidget(scroll, 1);
}

void PrefillDialog::addWarnings(QVBoxLayout *into, const ConnectDetails &form)
{
    if (const QString kept = PrefillWording::keptSentence(m_address.prefill, form);
        !kept.isEmpty()) {
        auto *notice = new Notice(this);
        notice->setObjectName(u"keptNotice"_s);
        into->addWidget(notice);
        notice->present({Notice::Tone::Warning, tr("Two clients could get mixed"), kept, {}, {}});
    }
    if (m_address.refused.isEmpty())
        return;
    QStringList sentences;
    for (const PrefillRefusal &refusal : std::as_const(m_address.refused))
        sentences.append(PrefillWording::sentence(refusal));
    auto *notice = new Notice(this);
    notice->setObjectName(u"refusedNotice"_s);
    into->addWidget(notice);
    notice->present(
        {Notice::Tone::Information, tr("Left out of the address"), sentences.join(u'\n'), {}, {}});
}

void PrefillDialog::addButtons(QVBoxLayout *into)
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(
        m_address.prefill.isEmpty() ? QDialogButtonBox::Close : QDialogButtonBox::Cancel);
    if (!m_address.prefill.isEmpty()) {
        QPushButton *fill = buttons->addButton(tr("Fill the form"), QDialogButtonBox::AcceptRole);
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
