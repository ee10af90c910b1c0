// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exportfile.h"

#include <QSaveFile>

namespace desk {

std::optional<QString> writeExport(const QString &file, const QByteArray &document)
{
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(document) == document.size()
        && target.commit())
        return std::nullopt;
    return target.errorString();
}

} // namespace desk
