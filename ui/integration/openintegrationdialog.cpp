// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/openintegrationdialog.h"

#include "ui/theme/metrics.h"

#include "core/tokencheck.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Nobody knows how long an ID may be; this is far beyond those that were ever seen.
constexpr qsizetype longestId = 200;

} // namespace

QString OpenIntegrationDialog::problemOf(const QString &id)
{
    if (id.isEmpty())
        return tr("Paste the ID of an integration.");
    if (id.size() > longestId)
        return tr("The ID is too long to be one.");
    if (id == "."_L1 || id == ".."_L1 || !isSaneToken(id))
        return tr("The ID may hold neither blanks nor letters beyond plain "
                  "ASCII; one looks like personio:Zk3vT8mQ.");
    return {};
}

OpenIntegrationDialog::OpenIntegrationDialog(QWidget *parent)
    : PasteDialog(u"openIntegration"_s,
        {tr("Open Integration"), tr("Integration ID"), {}, tr("Open integration")},
        &OpenIntegrationDialog::problemOf, parent)
{
    edit()->setPlaceholderText(u"personio:Zk3vT8mQ"_s);
    edit()->setFont(Metrics::monospace());
    connect(this, &PasteDialog::pasted, this, &OpenIntegrationDialog::integrationChosen);
}

} // namespace desk
