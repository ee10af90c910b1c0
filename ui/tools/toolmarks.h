// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tool.h"

#include <QUrl>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class NoteView;

/*!
 * What staff should know of a tool before they send a link for it, as a line of buttons: notes that
 * open below, the client's guide, what can be read and written. Hidden if there is nothing to say.
 */
class ToolMarks final : public QWidget {
    Q_OBJECT

public:
    explicit ToolMarks(QWidget *parent = nullptr);

    void present(const std::optional<Tool> &tool);

Q_SIGNALS:
    void coverageRequested();
    void copied(const QString &label);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Mark {
        QPushButton *button;
        std::optional<QString> Tool::*note;
    };

    QPushButton *addButton(const QString &name, const QString &label);
    void setUpGuide();
    void toggle(const Mark &mark, bool isOpen);
    void closeNote();
    void openGuide();
    void copyGuide();

    Tool m_tool;
    QUrl m_guide;
    QList<Mark> m_marks;
    QWidget *m_row;
    QPushButton *m_guideButton;
    QPushButton *m_copyGuide;
    QPushButton *m_coverage;
    NoteView *m_note;
};

} // namespace desk
