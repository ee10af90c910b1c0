// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>

namespace desk {

/*!
 * A field for an API key: what stands in it can be replaced, but neither seen, copied, cut nor
 * dragged out of it, and cannot be brought back once it was taken out.
 */
class KeyEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit KeyEdit(QWidget *parent = nullptr);

    //! Empties it, and what could be undone too.
    void forget();

Q_SIGNALS:
    //! Many characters at once: pasted or dropped, so it is probably all of a key.
    void pasted();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void noteEdit(const QString &text);

    qsizetype m_lengthBefore = 0;
};

} // namespace desk
