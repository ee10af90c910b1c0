// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/attemptdetails.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QTableView;
QT_END_NAMESPACE

namespace desk {

class Disclosure;
class ExchangeLog;
class InspectorPanel;
class PastTimelineModel;

/*!
 * What was kept of the attempt that is open: its timeline and its exchanges, each closed until
 * somebody wants to see it. While it is masked the exchanges cannot be opened, since bodies hold
 * what nobody foresees.
 */
class AttemptRecordView final : public QWidget {
    Q_OBJECT

public:
    //! The details must outlive it.
    explicit AttemptRecordView(AttemptDetails &details, QWidget *parent = nullptr);
    ~AttemptRecordView() override;

    void setMasked(bool masked);

Q_SIGNALS:
    //! For the window's status line: something was copied or saved.
    void noted(const QString &text);

private:
    void makeTimeline();
    void takeRecord();
    void takeTimeline();
    void takeExchanges();
    void showExchanges(bool shown);
    void fitTimeline();

    AttemptDetails &m_details;
    Disclosure *m_timelineTitle;
    Disclosure *m_exchangesTitle;
    QLabel *m_timelineNote;
    QLabel *m_exchangesNote;
    QTableView *m_timeline;
    PastTimelineModel *m_entries;
    QWidget *m_exchangesPlace;
    ExchangeLog *m_log;
    InspectorPanel *m_inspector = nullptr; // once it was wanted
    bool m_isMasked = false;
};

} // namespace desk
