// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceresource.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace desk {

QByteArray practiceResource(const QString &path)
{
    QFile file(u":/practice/"_s + path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "practice", "the pages are not linked into this program");
    return opened ? file.readAll() : QByteArray();
}

QJsonDocument practiceJsonResource(const QString &path)
{
    QJsonDocument document = QJsonDocument::fromJson(practiceResource(path));
    Q_ASSERT_X(!document.isNull(), "practice", "a resource is not JSON");
    return document;
}

} // namespace desk
