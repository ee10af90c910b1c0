// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

//! A line for searching in a text: Return goes on, Shift+Return back, Escape closes it.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    QString text() const;
    //! Shows it and puts the focus into it.
    void open();
    //! The position from 1, or 0 if none is chosen.
    void showPosition(int position, int count);

Q_SIGNALS:
    void textChanged(const QString &text);
    //! 1 or -1.
    void stepped(int direction);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();

    QLineEdit *m_edit;
    QLabel *m_position;
};

} // namespace desk
