// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/namedcombobox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>

namespace desk {

namespace {

class NamedComboBoxInterface final : public QAccessibleWidget {
public:
    explicit NamedComboBoxInterface(NamedComboBox *combo)
        : QAccessibleWidget(combo, QAccessible::ComboBox)
    {
        addControllingSignal(QStringLiteral("currentIndexChanged(int)"));
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return combo()->currentText();
        return QAccessibleWidget::text(kind);
    }

    int childCount() const override { return 1; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(combo()->view()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child->object() == combo()->view() ? 0 : -1;
    }

    QStringList actionNames() const override
    {
        return {showMenuAction(), pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (name == showMenuAction() || name == pressAction())
            combo()->showPopup();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QComboBox *combo() const { return qobject_cast<QComboBox *>(object()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *combo = qobject_cast<NamedComboBox *>(object);
    return combo ? new NamedComboBoxInterface(combo) : nullptr;
}

} // namespace

NamedComboBox::NamedComboBox(QWidget *parent)
    : QComboBox(parent)
{
    QAccessible::installFactory(&makeInterface); // does nothing the second time
}

} // namespace desk
