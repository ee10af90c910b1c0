// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace desk {

/*!
 * One line of any length and origin, never taken for markup or a mnemonic. Where there is no room
 * for it its middle gives way, and the whole is the tooltip; an accessible name or a tooltip of its
 * own stays.
 */
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shown() const;
};

} // namespace desk
