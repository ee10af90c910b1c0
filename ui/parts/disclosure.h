// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPushButton>

namespace desk {

/*!
 * The line over something that is seldom needed: shows and hides it, and tells by a mark beside its
 * title that something is set in there. The content must live as long as the line.
 */
class Disclosure final : public QPushButton {
    Q_OBJECT

public:
    explicit Disclosure(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setContent(QWidget *content);
    //! Such as "2 set"; empty: no mark.
    void setMark(const QString &mark);

    bool isOpen() const { return isChecked(); }
    void setOpen(bool open) { setChecked(open); }

private:
    void showState();

    QString m_title;
    QString m_mark;
    QWidget *m_content = nullptr;
};

} // namespace desk
