// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

/*!
 * Asks for one value that comes from elsewhere. It is taken as it was pasted, without what a
 * clipboard brings along; a wrong one stays in the field with the reason below it.
 */
class PasteDialog : public QDialog {
    Q_OBJECT

public:
    struct Texts {
        QString title;
        QString label;
        QString help; //!< may be empty
        QString action; //!< on the button
    };
    //! What is wrong with a value, as a sentence; empty: nothing.
    using Check = std::function<QString(const QString &value)>;

    //! The children are named after the dialog: name + "Field", "Error" and "Button".
    PasteDialog(const QString &name, const Texts &texts, Check check, QWidget *parent = nullptr);

Q_SIGNALS:
    //! A value that passed the check; the dialog closes behind it.
    void pasted(const QString &value);

protected:
    QLineEdit *edit() const { return m_edit; }

private:
    void submit();
    void showProblem(const QString &sentence);

    Check m_check;
    QLineEdit *m_edit;
    QLabel *m_error;
};

} // namespace desk
