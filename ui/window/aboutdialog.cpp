// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/aboutdialog.h"

#include "ui/theme/metrics.h"

#include "evidence/evidenceinput.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What a bug report asks for first.
QString versionLines(const QString &chromium)
{
    QStringList lines;
    const QList<EvidenceFact> facts = programFacts();
    for (const EvidenceFact &fact : facts)
        lines.append(fact.name + u' ' + fact.value);
    if (!chromium.isEmpty())
        lines.insert(2, u"Chromium "_s + chromium);
    return lines.join(u'\n');
}

} // namespace

AboutDialog::AboutDialog(const QString &chromium, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Connect Desk"));
    auto *name = new QLabel(u"Connect Desk"_s);
    name->setFont(Metrics::title());
    auto *version = new QLabel(versionLines(chromium));
    version->setObjectName(u"versions"_s);
    version->setTextFormat(Qt::PlainText);
    version->setForegroundRole(QPalette::PlaceholderText);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
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
