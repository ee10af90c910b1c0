// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/instruments/viewtoolbar.h"

#include <QImage>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace desk {

class FlowInstruments;

/*!
 * Stands between the tools that people use and the instruments of the flow that is shown: keeps the
 * conditions from one flow to the next, and takes pictures where they are wanted.
 */
class ViewControl final : public QObject {
    Q_OBJECT

public:
    //! Dialogs stand over the window of the toolbar, which must outlive this.
    explicit ViewControl(ViewToolbar &toolbar, QObject *parent = nullptr);

    //! Those of the flow that is shown from now on; null without one.
    void follow(FlowInstruments *instruments);
    //! Whether that flow shows a page now.
    void setHasPage(bool hasPage);
    //! Hidden while the flow is somewhere the tools do not reach.
    void setShown(bool shown);

    //! To a file, for which a name is asked.
    void saveView();
    //! Takes a picture for pictureTaken() alone, if there is a page; then goes on either way.
    void recordView(const std::function<void()> &then);
    //! Whoever calls it has asked whether they are allowed.
    void openDeveloperTools();

Q_SIGNALS:
    void pictureTaken(const QImage &picture, bool isFullPage);
    //! The flow is shown like this now.
    void conditionsChanged(const desk::ViewingConditions &conditions);
    void developerToolsRequested();
    //! A sentence for the status line: what was saved, copied, or could not be done.
    void noted(const QString &sentence);

private:
    void apply(const ViewingConditions &conditions);
    void capture(bool isFullPage, ViewToolbar::Destination destination);
    void take(const QImage &picture, bool isFullPage);
    void save(const QImage &picture);
    void goOn();

    ViewToolbar &m_toolbar;
    QPointer<FlowInstruments> m_instruments;
    bool m_hasPage = false;
    std::optional<ViewToolbar::Destination> m_destination; // of the picture that is being taken
    std::function<void()> m_then;
};

} // namespace desk
