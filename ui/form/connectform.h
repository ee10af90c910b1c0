// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/detailscheck.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

namespace Ui {
class ConnectForm;
}

/*!
 * The details of one client. Speaks about a field under it, once it was left or sending was tried,
 * and never about one that a person is still typing in for the first time. What is typed stays
 * until clear() or setDetails().
 */
class ConnectForm final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectForm(QWidget *parent = nullptr);
    ~ConnectForm() override;

    //! As it would be sent: cleaned, and empty optional fields absent.
    ConnectDetails details() const;
    void setDetails(const ConnectDetails &details);
    bool isComplete() const;

    void clear();
    void focusFirstField();
    //! Shows all problems at once and puts the cursor into the first; asks to submit if there are
    //! none.
    void submit();
    //! While a link is being made the button says so and a second press does nothing.
    void setCreating(bool creating);

Q_SIGNALS:
    void submitted(const desk::ConnectDetails &details);
    //! The form can be sent now, or no longer.
    void completenessChanged(bool isComplete);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct TextField {
        DetailsField field;
        QLineEdit *edit;
        QLabel *error;
        bool wasLeft = false;
    };

    void setUpTexts();
    void setUpChoices();
    void leave(TextField &field);
    void showProblems();
    void showProblem(const TextField &field, const QList<DetailsError> &errors);
    void noteCompleteness();
    TextField *fieldOf(const QObject *edit);

    std::unique_ptr<Ui::ConnectForm> m_ui;
    QList<TextField> m_texts;
    bool m_wasComplete = false;
    bool m_isCreating = false;
};

} // namespace desk
