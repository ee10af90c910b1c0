// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QPointer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
QT_END_NAMESPACE

namespace desk {

class ExchangeDetail;
class ExchangeList;
class ExchangeLog;
class ExchangeRows;
class ExchangeTableModel;
class NamedComboBox;
class Notice;
class StatePanel;

/*!
 * The requests to the API and their answers: a list that can be filtered, and the one that is
 * chosen in detail. What was chosen stays shown when the log drops it. With little width list and
 * detail take turns. Copies and exports what the log holds, which is free of secrets.
 */
class InspectorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    //! Not owned; may go first. Null: nothing to show.
    void setLog(ExchangeLog *log);
    //! The log is a copy of what is kept elsewhere, so there is nothing to clear.
    void setKept(bool kept);
    //! Chooses that exchange, without the filter if it has to be; false if the log dropped it.
    bool showExchange(quint64 number);

    //! Where the divider stands, for the settings of the window.
    QByteArray dividerState() const;
    bool restoreDivider(const QByteArray &state);

public Q_SLOTS:
    //! Ctrl+F: the search of the body if the focus is in the detail, else the filter.
    void find();

Q_SIGNALS:
    //! For the window's status line: something was copied or saved.
    void noted(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeToolbar();
    void makeShortcuts();
    void layOut();
    void applyFilter();
    void clearFilter();
    void showCounts();
    void showState();
    void chooseRow(int row);
    void onCurrentChanged();
    void letGo(int last);
    void restoreChoice();
    void arrange();
    void goBack();
    void clearLog();
    void undoClear();
    void forgetCleared();
    void chooseExport(bool onlyShown);
    void exportTo(const QString &file, bool onlyShown);
    QList<Exchange> shownExchanges() const;
    void say(const QString &text);

    ExchangeTableModel *m_exchanges;
    ExchangeRows *m_rows;
    QLineEdit *m_filter;
    NamedComboBox *m_class;
    QLabel *m_count;
    QPushButton *m_export;
    QAction *m_exportShown = nullptr;
    QPushButton *m_clear;
    Notice *m_notice;
    QSplitter *m_splitter;
    QStackedWidget *m_listStack;
    ExchangeList *m_list;
    StatePanel *m_state;
    QStackedWidget *m_detailStack;
    ExchangeDetail *m_detail;
    QTimer *m_saying;
    QTimer *m_undoing;
    std::optional<quint64> m_chosen;
    QList<Exchange> m_cleared; // until the undo is gone
    bool m_isNarrow = false;
    bool m_showsDetail = false; // of the two, while it is narrow
};

} // namespace desk
