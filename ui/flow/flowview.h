// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QWebEngineView>

namespace desk {

//! A view of the flow or of a pop-up that looks like the application around it.
class FlowView final : public QWebEngineView {
    Q_OBJECT

public:
    explicit FlowView(QWidget *parent = nullptr);
    ~FlowView() override;

    //! The page stays its owner's; null shows nothing.
    void showPage(QWebEnginePage *page);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void applyBackground();

    QPointer<QWebEnginePage> m_page; // page() would make one if there is none
};

} // namespace desk
