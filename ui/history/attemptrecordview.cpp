// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/attemptrecordview.h"

#include "ui/demo/masked.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/parts/disclosure.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timelinedelegate.h"

#include "api/exchangelog.h"
#include "history/pasttimelinemodel.h"
#include "timeline/timelinemodel.h"
#include "wording/timelinewording.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostRowsInSight = 14;

} // namespace

AttemptRecordView::AttemptRecordView(AttemptDetails &details, QWidget *parent)
    : QWidget(parent)
    , m_details(details)
    , m_timelineTitle(new Disclosure(this))
    , m_exchangesTitle(nullptr)
    , m_timelineNote(nullptr)
    , m_exchangesNote(nullptr)
    , m_timeline(nullptr)
    , m_entries(new PastTimelineModel(TimelineWording::groupName, this))
    , m_exchangesPlace(nullptr)
    , m_log(new ExchangeLog(this))
{
    auto *timelinePlace = new QWidget(this);
    m_timelineNote = mutedLabel({}, timelinePlace);
    m_timelineNote->setObjectName(u"attemptTimelineNote"_s);
    m_timeline = new QTableView(timelinePlace);
    makeTimeline();
    auto *timelineLayout = new QVBoxLayout(timelinePlace);
    timelineLayout->setContentsMargins(0, 0, 0, 0);
    timelineLayout->addWidget(m_timelineNote);
    timelineLayout->addWidget(m_timeline);
    m_timelineTitle->setObjectName(u"attemptTimelineToggle"_s);
    m_timelineTitle->setTitle(tr("Timeline"));
    m_timelineTitle->setContent(timelinePlace);

    m_exchangesTitle = new Disclosure(this);
    m_exchangesTitle->setObjectName(u"attemptExchangesToggle"_s);
    m_exchangesPlace = new QWidget(this);
    m_exchangesNote = mutedLabel({}, m_exchangesPlace);
    m_exchangesNote->setObjectName(u"attemptExchangesNote"_s);
    auto *exchangesLayout = new QVBoxLayout(m_exchangesPlace);
    exchangesLayout->setContentsMargins(0, 0, 0, 0);
    exchangesLayout->addWidget(m_exchangesNote);
    m_exchangesTitle->setTitle(tr("Requests"));
    m_exchangesTitle->setContent(m_exchangesPlace);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_timelineTitle, 0, Qt::AlignLeft);
    layout->addWidget(timelinePlace);
    layout->addWidget(m_exchangesTitle, 0, Qt::AlignLeft);
    layout->addWidget(m_exchangesPlace);
    connect(m_exchangesTitle, &QPushButton::toggled, this, &AttemptRecordView::showExchanges);
    connect(&details, &AttemptDetails::changed, this, &AttemptRecordView::takeRecord);
    connect(&details, &AttemptDetails::recordRead, this, &AttemptRecordView::takeRecord);
    takeRecord();
}

AttemptRecordView::~AttemptRecordView() = default;

void AttemptRecordView::makeTimeline()
{
    m_timeline->setObjectName(u"attemptTimeline"_s);
    m_timeline->setAccessibleName(tr("Timeline"));
    m_timeline->setModel(m_entries);
    m_timeline->setItemDelegate(new TimelineDelegate(m_timeline));
    m_timeline->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_timeline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_timeline->setShowGrid(false);
    m_timeline->setWordWrap(false);
    m_timeline->setTabKeyNavigation(false);
    m_timeline->setFrameShape(QFrame::NoFrame);
    m_timeline->setColumnHidden(TimelineModel::ClockColumn, true);
    m_timeline->verticalHeader()->hide();
    m_timeline->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_timeline->verticalHeader()->setDefaultSectionSize(Metrics::space(6));
    m_timeline->horizontalHeader()->hide();
    m_timeline->horizontalHeader()->setStretchLastSection(true);
}

void AttemptRecordView::takeRecord()
{
    takeTimeline();
    takeExchanges();
}

void AttemptRecordView::takeTimeline()
{
    const auto &timeline = m_details.timeline();
    const PastTimeline entries = timeline ? timeline->value : PastTimeline();
    m_entries->setTimeline(entries);
    QString note;
    if (timeline && !timeline->problem.isEmpty())
        //: %1 says field and reason, in English
        note = tr("The timeline that was kept cannot be shown: %1").arg(timeline->problem);
    else if (timeline && entries.entries.isEmpty())
        note = tr("No timeline was kept of this attempt.");
    else
        note = TimelineWording::dropped(entries.dropped);
    m_timelineNote->setText(note);
    m_timelineNote->setVisible(!note.isEmpty());
    m_timeline->setVisible(!entries.entries.isEmpty());
    const auto count = static_cast<int>(entries.entries.size());
    m_timelineTitle->setMark(count > 0 ? locale().toString(count) : QString());
    fitTimeline();
}

void AttemptRecordView::fitTimeline()
{
    const QFontMetrics metrics(m_timeline->font());
    m_timeline->setColumnWidth(TimelineModel::SinceStartColumn,
        metrics.horizontalAdvance(u"+00:00.000"_s) + Metrics::space(4));
    m_timeline->setColumnWidth(
        TimelineModel::KindColumn, metrics.horizontalAdvance(u"Navigation"_s) + Metrics::space(3));
    const int rows = std::clamp(m_entries->rowCount(), 1, mostRowsInSight);
    m_timeline->setFixedHeight(
        rows * m_timeline->verticalHeader()->defaultSectionSize() + Metrics::space(1));
}

void AttemptRecordView::takeExchanges()
{
    const auto &exchanges = m_details.exchanges();
    const QList<Exchange> all = exchanges ? exchanges->value : QList<Exchange>();
    m_log->clear();
    for (const Exchange &exchange : all)
        m_log->append(exchange);
    QString note;
    if (m_isMasked)
        note = tr("Requests are hidden during a demo.");
    else if (exchanges && !exchanges->problem.isEmpty())
        //: %1 says field and reason, in English
        note = tr("The requests that were kept cannot be shown: %1").arg(exchanges->problem);
    else if (exchanges && all.isEmpty())
        note = tr("No requests were kept of this attempt.");
    m_exchangesNote->setText(note);
    m_exchangesNote->setVisible(!note.isEmpty());
    const auto count = static_cast<int>(all.size());
    m_exchangesTitle->setMark(count > 0 ? locale().toString(count) : QString());
    showExchanges(m_exchangesTitle->isOpen());
}

void AttemptRecordView::showExchanges(bool shown)
{
    const bool isWanted = shown && !m_isMasked && !m_log->exchanges().isEmpty();
    if (isWanted && !m_inspector) {
        m_inspector = new InspectorPanel(m_exchangesPlace);
        m_inspector->setMinimumHeight(Metrics::space(80));
        m_inspector->setKept(true);
        m_inspector->setLog(m_log);
        m_exchangesPlace->layout()->addWidget(m_inspector);
        connect(m_inspector, &InspectorPanel::noted, this, &AttemptRecordView::noted);
    }
    if (m_inspector)
        m_inspector->setVisible(isWanted);
}

void AttemptRecordView::setMasked(bool masked)
{
    m_isMasked = masked;
    if (masked)
        m_entries->setFilter([](const QString &text) { return Masked::text(text); });
    else
        m_entries->setFilter(nullptr);
    takeExchanges();
}

} // namespace desk
