// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/importreportdialog.h"

#include "ui/theme/metrics.h"

#include "wording/profilefilewording.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

ImportReportDialog::ImportReportDialog(const ProfileImportReport &report, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"importReport"_s);
    setWindowTitle(tr("Import report"));
    auto *headline = new QLabel(ProfileFileWording::headline(report), this);
    headline->setTextFormat(Qt::PlainText);
    headline->setFont(Metrics::heading());
    auto *text = new QPlainTextEdit(ProfileFileWording::text(report), this);
    text->setObjectName(u"importReportText"_s);
    text->setAccessibleName(windowTitle());
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    close->setFocus();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(headline);
    layout->addWidget(text, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(Metrics::space(120), Metrics::space(75));
}

} // namespace desk
