// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "versiontext.h"

#include "ui/flowarea/flowloader.h"

using namespace Qt::StringLiterals;

namespace desk {

QString versionText()
{
    const QString found = FlowLoader(FlowLoader::folderBesideProgram()).engineVersion();
    const QString engine = found.isEmpty() ? u"–"_s : found;
    return u"connect-desk " DESK_VERSION
           "\nQt %1\nChromium %2\n"_s.arg(QString::fromLatin1(qVersion()), engine);
}

} // namespace desk
