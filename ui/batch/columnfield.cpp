// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/columnfield.h"

#include "ui/batch/fieldmime.h"

#include <QDropEvent>

namespace desk {

ColumnField::ColumnField(QWidget *parent)
    : NamedComboBox(parent)
{
    setAcceptDrops(true);
}

void ColumnField::dragEnterEvent(QDragEnterEvent *event)
{
    if (FieldMime::fieldIn(event->mimeData()))
        event->acceptProposedAction();
}

void ColumnField::dropEvent(QDropEvent *event)
{
    const std::optional<DetailsField> field = FieldMime::fieldIn(event->mimeData());
    if (!field)
        return;
    event->acceptProposedAction();
    Q_EMIT fieldDropped(*field);
}

} // namespace desk
