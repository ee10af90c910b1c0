// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/entertokendialog.h"

#include "core/tokencheck.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString problemOf(const QString &token)
{
    if (token.isEmpty())
        return EnterTokenDialog::tr("Paste the activation token.");
    if (token.size() > maximumTokenLength)
        return EnterTokenDialog::tr("The activation token is too long to be one.");
    if (!isSaneToken(token))
        return EnterTokenDialog::tr("The activation token may hold neither blanks nor letters "
                                    "beyond plain ASCII.");
    return {};
}

} // namespace

EnterTokenDialog::EnterTokenDialog(QWidget *parent)
    : PasteDialog(u"enterToken"_s,
        {tr("Paste Activation Token"), tr("Activation token"),
            tr("A flow that finished elsewhere hands a token to the page around it. It is good "
               "for one integration and kept in memory only."),
            tr("Read integration")},
        &problemOf, parent)
{
    edit()->setEchoMode(QLineEdit::Password);
    connect(this, &PasteDialog::pasted, this,
        [this](const QString &token) { Q_EMIT tokenEntered(Secret(token)); });
}

} // namespace desk
