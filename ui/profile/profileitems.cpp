// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profileitems.h"

#include "wording/profilewording.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

QStandardItem *makeProfileItem(const Profile &profile, const QString &note)
{
    const QString place = ProfileWording::place(profile);
    QStringList spoken{profile.name, ProfileWording::name(profile.kind), place};
    if (!note.isEmpty())
        spoken.append(note);
    auto *item = new QStandardItem(profile.name);
    item->setData(profile.id, ProfileRole::Id);
    item->setData(QVariant::fromValue(int(profile.kind)), ProfileRole::Kind);
    item->setData(place, ProfileRole::Place);
    item->setData(note, ProfileRole::Note);
    item->setData(spoken.join(u", "_s), Qt::AccessibleTextRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    return item;
}

} // namespace desk
