// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"
#include "export/copyas.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class MessageView;
class OverviewPage;
class QuietTabBar;

//! One exchange: overview, request, response, and the script that sends the same again.
class ExchangeDetail final : public QWidget {
    Q_OBJECT

public:
    explicit ExchangeDetail(QWidget *parent = nullptr);

    void present(const Exchange &exchange);
    //! The way back to the list, for when there is no room for both.
    void setBackVisible(bool isVisible);
    //! Opens the search of the body that is shown; of the response's if none is.
    void showFind();
    void focusContent();

Q_SIGNALS:
    void backTriggered();
    //! Something went to the clipboard; the text says what.
    void copied(const QString &what);

private:
    void layOut();
    void makeCopyMenu();
    void copyScript(CopyForm form);

    std::optional<Exchange> m_exchange;
    QPushButton *m_back;
    QuietTabBar *m_tabs;
    QPushButton *m_copyAs;
    QStackedWidget *m_pages;
    OverviewPage *m_overview;
    MessageView *m_request;
    MessageView *m_response;
};

} // namespace desk
