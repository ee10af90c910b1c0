// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/detailscheck.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

/*!
 * One line of text and the sentence under it. Speaks once the line was left or sending was tried,
 * and never while a person is typing in it for the first time. Edit and label must outlive it.
 */
class CheckedField final : public QObject {
    Q_OBJECT

public:
    CheckedField(DetailsField field, QLineEdit *edit, QLabel *problem, QObject *parent);

    DetailsField field() const { return m_field; }
    QLineEdit *edit() const { return m_edit; }
    //! Cleaned; absent if nothing is left.
    std::optional<QString> text() const;

    //! Begins anew: silent until it is left again.
    void setText(const std::optional<QString> &text);
    void leave();
    //! Shows what concerns this field, if it is time to speak.
    void show(const QList<DetailsError> &errors);
    //! Shows what the server said about it, until it is edited.
    void refuse(const QString &sentence);

Q_SIGNALS:
    void edited();
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSentence(const QString &sentence);

    DetailsField m_field;
    QLineEdit *m_edit;
    QLabel *m_problem;
    QString m_refusal;
    bool m_wasLeft = false;
};

} // namespace desk
