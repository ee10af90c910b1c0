// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/icons.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

//! What stands in an area that has nothing else to show: why, and the one or two next steps.
class StatePanel final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        IconName icon = IconName::Info;
        std::optional<ColorToken> ink; //!< muted if there is none
        QString headline;
        QString text;
        QString details; //!< shown small; may be empty
        QString action; //!< the label of the first button; none if empty
        QString secondAction;
    };

    explicit StatePanel(QWidget *parent = nullptr);

    void present(const Content &content);

    //! What is done to headline, text and details before they are shown; what shows follows at
    //! once. Null: nothing.
    using Filter = std::function<QString(const QString &text)>;
    void setFilter(Filter filter);

Q_SIGNALS:
    void actionTriggered();
    void secondActionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    void drawIcon();

    Content m_content;
    Filter m_filter;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QLabel *m_details;
    QPushButton *m_action;
    QPushButton *m_secondAction;
};

} // namespace desk
