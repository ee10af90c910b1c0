// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/shortcutsdialog.h"

#include "ui/theme/metrics.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace desk {

namespace {

QString plainText(const QAction *action)
{
    return action->text().remove(u'&').remove(u'…');
}

void addRow(QGridLayout *grid, const QString &text, const QKeySequence &shortcut)
{
    const int row = grid->rowCount();
    auto *keys = new QLabel(shortcut.toString(QKeySequence::NativeText));
    keys->setFont(Metrics::monospace());
    grid->addWidget(new QLabel(text), row, 0);
    grid->addWidget(keys, row, 1);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &menus, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::space(8));
    grid->setVerticalSpacing(Metrics::space(2));
    for (const QAction *menu : menus) {
        for (const QAction *action : menu->menu()->actions()) {
            if (!action->shortcut().isEmpty())
                addRow(grid, plainText(action), action->shortcut());
        }
    }
    addRow(grid, tr("Copy a value of the result"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(4));
    layout->addLayout(grid);
    layout->addWidget(buttons);
}

} // namespace desk
