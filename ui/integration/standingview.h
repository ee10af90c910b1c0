// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

//! The head of an integration's page: how it stands, what that means, and the one step that helps.
class StandingView final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        IconName icon = IconName::CircleHelp;
        ColorToken ink = ColorToken::MutedText;
        QString headline;
        QString subtitle; //!< may be empty, like the texts below
        QString advice;
        QString nextStep; //!< the label of the button; none if empty
        bool isNextStepEnabled = true;
        bool canBeRead = false; //!< whether there is a button for reading it again
        bool isReadEnabled = true;
    };

    explicit StandingView(QWidget *parent = nullptr);

    void present(const Content &content);
    //! False if there is no next step that could have the focus.
    bool focusNextStep();

Q_SIGNALS:
    void nextStepTriggered();
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    Content m_content;
    QLabel *m_icon;
    QLabel *m_headline;
    QToolButton *m_refresh;
    QLabel *m_subtitle;
    QLabel *m_advice;
    QPushButton *m_nextStep;
};

} // namespace desk
