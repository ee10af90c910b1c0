// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/restoredialog.h"

#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

RestoreDialog::RestoreDialog(const QString &file, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"restoreDialog"_s);
    setWindowTitle(tr("Restore Backup"));
    setMinimumWidth(Metrics::space(95));
    const QFileInfo info(file);
    //: %1 is the name of a file
    auto *heading = plainLabel(tr("Replace the history with %1?").arg(info.fileName()), this);
    heading->setFont(Metrics::heading());
    const QString written = QLocale().toString(info.lastModified(), QLocale::ShortFormat);
    //: %1 is date and time
    auto *text = plainLabel(
        tr("The backup is from %1. What was remembered since then is not in it. The present "
           "history is kept beside it as a file, so nothing is lost; other windows of Connect "
           "Desk have to be closed first.")
            .arg(written),
        this);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *keep = buttons->addButton(tr("Keep history"), QDialogButtonBox::RejectRole);
    QPushButton *restore = buttons->addButton(tr("Restore backup"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"keepHistoryButton"_s);
    restore->setObjectName(u"restoreBackupButton"_s);
    restore->setAutoDefault(false);
    keep->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(heading);
    layout->addWidget(text);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    keep->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
