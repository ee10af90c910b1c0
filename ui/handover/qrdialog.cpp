// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/handover/qrdialog.h"

#include "ui/handover/qrview.h"
#include "ui/theme/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace desk {

QrDialog::QrDialog(const QrCode &code, const QString &organization, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("QR Code"));
    auto *view = new QrView(code, this);
    view->setAccessibleName(tr("QR code of the link"));
    auto *text = new QLabel(this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    //: %1 is the name of the client's organization
    text->setText(tr("Opens the connection flow for %1 on the device that scans it. Whoever can "
                     "see this code can use the link.")
                      .arg(organization));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(view, 1);
    layout->addWidget(text);
    layout->addWidget(buttons);
}

} // namespace desk
