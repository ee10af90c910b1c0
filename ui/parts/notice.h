// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * A message near its cause: what happened, what to do, at most two actions, and the details for
 * those who look closer. Hidden until something is shown. All texts are shown as plain text.
 */
class Notice final : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Information, Success, Warning, Error };

    struct Content {
        Tone tone = Tone::Information;
        QString headline;
        QString text; //!< may be empty
        QString details; //!< behind a toggle; may be empty
        QString action; //!< the label of the button; none if empty
        QString secondAction = {};
    };

    explicit Notice(QWidget *parent = nullptr);

    void present(const Content &content);
    void dismiss();
    //! Whether people can close it without an answer; they can unless told otherwise.
    void setDismissible(bool dismissible);
    //! Puts the cursor on the first action.
    void focusAction();

    //! What is done to headline, text and details before they are shown; what shows follows at
    //! once. Null: nothing.
    using Filter = std::function<QString(const QString &text)>;
    void setFilter(Filter filter);

Q_SIGNALS:
    void actionTriggered();
    void secondActionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTexts();
    void showDetails(bool shown);

    Content m_content;
    Filter m_filter;
    Tone m_tone = Tone::Information;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QLabel *m_details;
    QPushButton *m_detailsToggle;
    QPushButton *m_action;
    QPushButton *m_secondAction;
    QToolButton *m_close;
};

} // namespace desk
