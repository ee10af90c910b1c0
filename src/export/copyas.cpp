// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "copyas.h"

#include "copycurl.h"
#include "copypython.h"
#include "copytypescript.h"
#include "repeatablerequest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CopyForm)
};

} // namespace

QString copyFormName(CopyForm form)
{
    switch (form) {
    case CopyForm::CurlPosix:
        return Words::tr("cURL (POSIX shell)");
    case CopyForm::CurlPowerShell:
        return Words::tr("cURL (PowerShell)");
    case CopyForm::Python:
        return Words::tr("Python (requests)");
    case CopyForm::TypeScript:
        return Words::tr("TypeScript (Kombo SDK)");
    }
    Q_UNREACHABLE();
}

QString copyAs(const Exchange &exchange, CopyForm form)
{
    const RepeatableRequest request = RepeatableRequest::of(exchange);
    switch (form) {
    case CopyForm::CurlPosix:
        return CopyCurl::posix(request);
    case CopyForm::CurlPowerShell:
        return CopyCurl::powerShell(request);
    case CopyForm::Python:
        return CopyPython::text(request);
    case CopyForm::TypeScript:
        return CopyTypeScript::text(request, exchange.endpoint);
    }
    Q_UNREACHABLE();
}

} // namespace desk
