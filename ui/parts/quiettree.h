// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tokens.h"

#include <QStyleOptionViewItem>
#include <QTreeView>

namespace desk {

//! A tree whose chosen row has a quiet ground under its branches, too.
class QuietTree final : public QTreeView {
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override
    {
        QTreeView::initViewItemOption(option);
        option->palette.setColor(
            QPalette::Highlight, color(ColorToken::Hover, schemeOf(palette())));
    }
};

} // namespace desk
