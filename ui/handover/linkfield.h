// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"

#include <QLineEdit>

namespace desk {

/*!
 * Shows that there is a link, and the link itself only while it is revealed; until then the field
 * does not even hold it. Nothing in it can be selected, because selected text goes to the selection
 * of X11 by itself; who presses the keys for copying asks for it.
 */
class LinkField final : public QLineEdit {
    Q_OBJECT

public:
    explicit LinkField(QWidget *parent = nullptr);

    void setLink(const Secret &link);
    bool isRevealed() const { return m_isRevealed; }
    void setRevealed(bool revealed);

Q_SIGNALS:
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showLink();

    Secret m_link;
    bool m_isRevealed = false;
};

} // namespace desk
