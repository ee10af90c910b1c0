// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/aboutdialog.h"

#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Connect Desk"));
    auto *name = new QLabel(u"Connect Desk"_s);
    name->setFont(Metrics::title());
    //: %1 is the version of Connect Desk, %2 that of Qt
    auto *version = new QLabel(
        tr("Version %1, with Qt %2")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    version->setForegroundRole(QPalette::PlaceholderText);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *text = new QLabel(
        tr("Creates Kombo Connect links, shows the flow, and reads the integration it made.\n"
           "Not a product of Kombo. Under the MIT license.\n\n"
           "With the embed library @kombo-api/connect (MIT) and icons of Lucide (ISC)."));
    text->setWordWrap(true);
    text->setMinimumWidth(Metrics::space(90));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(name);
    layout->addWidget(version);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(text);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(buttons);
}

} // namespace desk
