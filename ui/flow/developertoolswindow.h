// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
class QWebEngineView;
QT_END_NAMESPACE

namespace desk {

//! A window with the engine's inspector. Does not keep the program running.
class DeveloperToolsWindow final : public QWidget {
    Q_OBJECT

public:
    //! The title names the host and nothing else of the page's address.
    explicit DeveloperToolsWindow(const QString &host, QWidget *parent = nullptr);
    ~DeveloperToolsWindow() override;

    //! The page stays its owner's; null before it goes.
    void showPage(QWebEnginePage *page);

Q_SIGNALS:
    //! By who looks at it.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWebEngineView *m_view;
};

} // namespace desk
