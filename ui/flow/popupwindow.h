// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flow/popups.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace desk {

/*!
 * A window that the flow opened. A line above the page says whose page it is, since there is no
 * address bar and people type passwords here; one that may be a plain link can be moved to the
 * browser.
 */
class PopupWindow final : public QWidget {
    Q_OBJECT

public:
    //! parentWidget may be null; its window is the one this one stays in front of.
    PopupWindow(PopupPage *page, const QRect &requestedGeometry, QWidget *parentWidget);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *newBrowserButton();
    void showHost(const QUrl &url);
    void fitHost();
    void place(const QRect &requested);

    QPointer<PopupPage> m_page;
    QString m_host;
    QLabel *m_hostLabel;
    QLabel *m_safetyLabel;
};

//! Shows pop-ups as windows that belong to the window of the widget.
FlowPresenters::Popup popupWindowsFor(QWidget *widget);

} // namespace desk
