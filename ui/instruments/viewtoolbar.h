// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

class ConditionsMenu;

/*!
 * The tools beside a flow: how it is looked at, and pictures of it. Knows nothing of the flow: it
 * says what is wanted, and is told what holds. With little width all of it stands in one menu.
 */
class ViewToolbar final : public QWidget {
    Q_OBJECT

public:
    enum class Destination { File, Clipboard };
    Q_ENUM(Destination)

    explicit ViewToolbar(QWidget *parent = nullptr);

    //! Shows these; says nothing.
    void setConditions(const ViewingConditions &conditions);
    ViewingConditions conditions() const { return m_conditions; }
    //! Whether there is a page to take pictures of and to look into; at first there is none.
    void setHasPage(bool hasPage);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! Somebody has chosen; without problems().
    void conditionsChosen(const desk::ViewingConditions &conditions);
    void screenshotRequested(bool isFullPage, desk::ViewToolbar::Destination destination);
    void developerToolsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(const ViewingConditions &conditions);
    void choosePreset(int index);
    void askForSize();
    void askForHeaders();
    void showConditions();
    void showPreset();
    void fillPresets();
    void fillZooms();
    void fillScreenshots();
    void fillView();
    void layOut();

    ViewingConditions m_conditions;
    QComboBox *m_preset;
    QToolButton *m_rotate;
    QComboBox *m_zoom;
    ConditionsMenu *m_conditionsMenu;
    QToolButton *m_conditionsButton;
    QMenu *m_screenshotMenu;
    QToolButton *m_screenshots;
    QToolButton *m_tools;
    QWidget *m_row; // of all of them
    QMenu *m_viewMenu;
    QToolButton *m_view; // in place of the row
};

} // namespace desk
