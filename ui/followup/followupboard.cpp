// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/followup/followupboard.h"

#include "ui/demo/masked.h"
#include "ui/followup/claimdialog.h"
#include "ui/followup/followupdelegate.h"
#include "ui/followup/followupmodel.h"
#include "ui/parts/hairline.h"
#include "ui/parts/labels.h"
#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "followup/reminder.h"
#include "wording/detailswording.h"
#include "wording/errorwording.h"
#include "wording/followupwording.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

FollowUpBoard::FollowUpBoard(FollowUpDesk &desk, QWidget *parent, ClipboardLease::Times times)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new FollowUpModel(
          [&desk](const FollowUpRow &row) {
              const QString label = desk.toolLabel(row);
              return label.isEmpty() ? row.tool() : label;
          },
          this))
    , m_lease(times, nullptr)
{
    setObjectName(u"followUpBoard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    m_notice = new Notice(this);
    m_notice->setObjectName(u"followUpNotice"_s);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(Metrics::space(2), 0, Metrics::space(2), 0);
    noticeRow->addWidget(m_notice);
    layout->addLayout(noticeRow);
    layout->addWidget(makeList(), 1);
    layout->addWidget(makeClipboardBar());
    layout->addWidget(makeDetails());
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, &m_desk, &FollowUpDesk::reload);
    connectDesk();
    showRows();
}

FollowUpBoard::~FollowUpBoard()
{
    delete m_claim;
}

QWidget *FollowUpBoard::makeHeader()
{
    auto *header = new QWidget(this);
    header->setObjectName(u"followUpHeader"_s);
    m_status = mutedLabel({}, header);
    m_status->setObjectName(u"followUpStatus"_s);
    m_cancel = new QPushButton(tr("Cancel"), header);
    m_cancel->setObjectName(u"followUpCancel"_s);
    m_cancel->setProperty("emphasis", u"quiet"_s);
    m_cancel->hide();
    m_refresh = new QToolButton(header);
    m_refresh->setObjectName(u"followUpRefresh"_s);
    m_refresh->setIcon(icon(IconName::RotateCw));
    m_refresh->setAutoRaise(true);
    m_refresh->setProperty("emphasis", u"quiet"_s);
    m_refresh->setToolTip(tr("Read the integrations again"));
    m_refresh->setAccessibleName(m_refresh->toolTip());
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(
        Metrics::space(3), Metrics::space(1), Metrics::space(2), Metrics::space(1));
    row->setSpacing(Metrics::space(1));
    row->addWidget(m_status, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_refresh);
    // One of them is there at a time, and the list below does not move for that.
    row->addStrut(std::max(m_cancel->sizeHint().height(), m_refresh->sizeHint().height()));
    connect(m_refresh, &QToolButton::clicked, &m_desk, &FollowUpDesk::refresh);
    connect(m_cancel, &QPushButton::clicked, &m_desk, &FollowUpDesk::cancelRefresh);
    return header;
}

QWidget *FollowUpBoard::makeList()
{
    m_stack = new QStackedWidget(this);
    m_list = new QListView(m_stack);
    m_list->setObjectName(u"followUpList"_s);
    m_list->setAccessibleName(tr("Follow-up"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FollowUpDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new StatePanel(m_stack);
    m_empty->setObjectName(u"followUpState"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    connect(m_list, &QAbstractItemView::activated, this, &FollowUpBoard::takeNextStep);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        // From the keyboard it comes with the middle of the list.
        const QModelIndex index = m_list->indexAt(position);
        const QRect row = m_list->visualRect(m_list->currentIndex());
        const bool isOnRow = index.isValid() && index == m_list->currentIndex();
        openMenu(m_list->viewport()->mapToGlobal(isOnRow ? position : row.center()));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &FollowUpBoard::showSelection);
    connect(m_empty, &StatePanel::actionTriggered, &m_desk, &FollowUpDesk::reload);
    auto *remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &FollowUpBoard::markDone);
    return m_stack;
}

QWidget *FollowUpBoard::makeDetails()
{
    m_details = new QWidget(this);
    m_facts = mutedLabel({}, m_details);
    m_facts->setObjectName(u"followUpFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_next = new QPushButton(m_details);
    m_next->setObjectName(u"followUpNext"_s);
    m_next->setProperty("emphasis", u"primary"_s);
    m_more = new QPushButton(tr("More"), m_details);
    m_more->setObjectName(u"followUpMore"_s);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::space(2));
    buttons->addWidget(m_next);
    buttons->addWidget(m_more);
    buttons->addStretch();
    auto *content = new QVBoxLayout;
    content->setContentsMargins(
        Metrics::space(3), Metrics::space(2), Metrics::space(3), Metrics::space(3));
    content->setSpacing(Metrics::space(2));
    content->addWidget(m_facts);
    content->addLayout(buttons);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(hairline(m_details));
    layout->addLayout(content);
    connect(m_next, &QPushButton::clicked, this, &FollowUpBoard::takeNextStep);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    return m_details;
}

QWidget *FollowUpBoard::makeClipboardBar()
{
    m_clipboardBar = new QWidget(this);
    m_clipboardLine = mutedLabel({}, m_clipboardBar);
    m_clipboardLine->setObjectName(u"followUpClipboard"_s);
    auto *clear = new QPushButton(tr("Clear now"), m_clipboardBar);
    clear->setObjectName(u"followUpClear"_s);
    clear->setProperty("emphasis", u"quiet"_s);
    auto *row = new QHBoxLayout(m_clipboardBar);
    row->setContentsMargins(Metrics::space(3), 0, Metrics::space(2), 0);
    row->addWidget(m_clipboardLine, 1);
    row->addWidget(clear);
    m_clipboardBar->hide();
    connect(clear, &QPushButton::clicked, &m_lease, &ClipboardLease::clearNow);
    connect(&m_lease, &ClipboardLease::remaining, this, [this](int seconds) {
        m_clipboardLine->setText(
            //: %1 is what was copied, "Link" or "Reminder", %2 a number of seconds
            tr("%1 on the clipboard, cleared in %2 s").arg(m_onClipboard).arg(seconds));
        m_clipboardBar->show();
    });
    connect(&m_lease, &ClipboardLease::ended, m_clipboardBar, &QWidget::hide);
    return m_clipboardBar;
}

void FollowUpBoard::connectDesk()
{
    connect(&m_desk, &FollowUpDesk::changed, this, &FollowUpBoard::showRows);
    connect(&m_desk, &FollowUpDesk::refreshProgressed, this, &FollowUpBoard::showProgress);
    connect(&m_desk, &FollowUpDesk::refreshWaiting, this, &FollowUpBoard::showWaiting);
    connect(&m_desk, &FollowUpDesk::refreshFinished, this, &FollowUpBoard::showRefreshEnd);
    connect(&m_desk, &FollowUpDesk::reminderReady, this, &FollowUpBoard::showReminder);
    connect(&m_desk, &FollowUpDesk::linkReady, this,
        [this](const FollowUpRow &, const Secret &link) { lend(link, tr("Link")); });
    connect(&m_desk, &FollowUpDesk::linkUnavailable, this,
        [this](const FollowUpRow &, const std::optional<SecretError> &error) {
            showLinkFailure(error);
        });
    connect(&m_desk, &FollowUpDesk::undoEnded, this, [this] {
        if (std::exchange(m_isUndoOffered, false))
            m_notice->dismiss();
    });
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        m_isUndoOffered = false;
        m_notice->dismiss();
        m_desk.undoDone();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

int FollowUpBoard::count() const
{
    return m_model->rowCount();
}

void FollowUpBoard::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void FollowUpBoard::setMasked(bool isMasked)
{
    m_isMasked = isMasked;
    m_model->setMasked(isMasked);
    m_notice->setFilter(isMasked
            ? Notice::Filter([this](const QString &text) { return masked(text); })
            : Notice::Filter());
    if (m_claim)
        m_claim->setMasked(isMasked);
    showSelection();
}

QString FollowUpBoard::masked(const QString &text) const
{
    if (!m_isMasked)
        return text;
    const FollowUpRow *row = selected();
    return Masked::text(text, row ? secretIdsOf(*row) : QStringList());
}

const FollowUpRow *FollowUpBoard::selected() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->rowAt(index.row()) : nullptr;
}

void FollowUpBoard::showRows()
{
    const int before = m_list->currentIndex().row();
    const FollowUpRow *row = selected();
    const QString key = row ? row->key() : QString();
    const bool hadFocus = m_list->hasFocus();
    m_model->setRows(m_desk.rows());
    const int same = m_model->indexOf(key);
    const int index = same >= 0 ? same : std::clamp(before, 0, std::max(0, count() - 1));
    m_list->setCurrentIndex(m_model->index(index));
    showState();
    showSelection();
    if (hadFocus)
        m_list->setFocus(Qt::OtherFocusReason);
    if (std::exchange(m_count, count()) != count())
        Q_EMIT countChanged(count());
}

void FollowUpBoard::showState()
{
    const bool isRunning = m_desk.refreshing().isRunning();
    m_refresh->setEnabled(m_desk.canRefresh());
    m_refresh->setVisible(!isRunning);
    m_cancel->setVisible(isRunning);
    const QString waiting = count() == 0 ? QString() : tr("%n wait(s) for you", nullptr, count());
    if (!isRunning)
        m_status->setText(m_read.isEmpty() ? waiting : m_read);
    m_stack->setCurrentIndex(count() == 0 ? 1 : 0);
    switch (m_desk.state()) {
    case FollowUpDesk::State::Loading:
        m_empty->present({IconName::Clock, {}, tr("Looking what waits for you…"), {}, {}, {}, {}});
        break;
    case FollowUpDesk::State::Ready:
        m_empty->present({IconName::CircleCheck, ColorToken::Success, tr("Nothing waits for you"),
            tr("Magic links without news, unfinished flows and integrations that do not work "
               "appear here."),
            {}, {}, {}});
        break;
    case FollowUpDesk::State::Failed:
        m_stack->setCurrentIndex(1);
        m_empty->present(
            {IconName::CircleAlert, ColorToken::Danger, tr("The ledger cannot be read"),
                tr("What waits for you is not known until it can be read again."),
                m_desk.error() ? m_desk.error()->detail : QString(), tr("Try again"), {}});
        break;
    }
}

void FollowUpBoard::showSelection()
{
    const FollowUpRow *row = selected();
    m_details->setVisible(row && m_stack->currentIndex() == 0);
    if (!row)
        return;
    QStringList facts = FollowUpWording::facts(*row, QDateTime::currentDateTimeUtc());
    if (const std::optional<ApiError> error = m_desk.readingError(row->integrationId())) {
        //: %1 is an error, such as "The server did not answer"
        facts.prepend(tr("Not read again: %1.").arg(ErrorWording::message(*error).headline));
    }
    m_facts->setText(masked(facts.join(u'\n')));
    m_next->setText(FollowUpWording::step(row->nextStep()));
    m_more->setEnabled(row->steps.size() > 1);
}

void FollowUpBoard::showProgress(int done, int total)
{
    showState();
    if (m_desk.refreshing().isRunning())
        m_status->setText(FollowUpWording::progress(done, total));
}

void FollowUpBoard::showWaiting(std::chrono::milliseconds remaining)
{
    if (remaining > 0ms)
        //: %1 is such as "3 seconds"
        m_status->setText(tr("Kombo asks us to slow down; going on in %1")
                              .arg(ErrorWording::duration(remaining)));
    else
        showProgress(m_desk.refreshing().done(), m_desk.refreshing().total());
}

void FollowUpBoard::showRefreshEnd(
    int read, int missing, int failed, const std::optional<ApiError> &error)
{
    const bool hadFocus = m_cancel->hasFocus();
    m_read = error ? QString() : FollowUpWording::refreshed(read, missing, failed);
    showState();
    if (hadFocus)
        m_refresh->setFocus(Qt::OtherFocusReason);
    if (!error)
        return;
    const ErrorMessage message = ErrorWording::message(*error);
    m_isUndoOffered = false;
    m_notice->present({Notice::Tone::Error, message.headline, message.advice,
        ErrorWording::detailsWithLog(message, *error), {}});
}

void FollowUpBoard::showReminder(
    const FollowUpRow &row, FlowLanguage language, const Secret &text, bool hasLink)
{
    lend(text, tr("Reminder"));
    m_isUndoOffered = false;
    m_notice->present({Notice::Tone::Success, tr("Reminder copied"),
        FollowUpWording::reminderCopied(row.organization(), language, hasLink), {}, {}});
}

void FollowUpBoard::showLinkFailure(const std::optional<SecretError> &error)
{
    const ErrorMessage message =
        error ? FollowUpWording::notRead(*error) : FollowUpWording::linkGone();
    m_isUndoOffered = false;
    m_notice->present(
        {Notice::Tone::Warning, message.headline, message.advice, message.details, {}});
}

void FollowUpBoard::lend(const Secret &text, const QString &label)
{
    m_onClipboard = label;
    m_lease.put(text);
    Q_EMIT copied(label);
}

void FollowUpBoard::openMenu(const QPoint &globalPosition)
{
    if (!selected())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(globalPosition);
}

void FollowUpBoard::fillMenu(QMenu *menu)
{
    menu->clear();
    const FollowUpRow *row = selected();
    if (!row)
        return;
    for (const FollowUpStep step : row->steps) {
        QAction *action = menu->addAction(FollowUpWording::step(step));
        connect(action, &QAction::triggered, this, [this, step] { take(step); });
        if (step == FollowUpStep::CopyReminder)
            addReminderLanguages(menu, row->key());
    }
}

void FollowUpBoard::addReminderLanguages(QMenu *menu, const QString &key)
{
    QMenu *languages = menu->addMenu(tr("Copy reminder in"));
    const QList<FlowLanguage> all = allFlowLanguages();
    for (const FlowLanguage language : all) {
        QAction *action = languages->addAction(DetailsWording::name(language));
        connect(action, &QAction::triggered, this,
            [this, key, language] { m_desk.makeReminder(key, language); });
    }
}

void FollowUpBoard::takeNextStep()
{
    if (const FollowUpRow *row = selected())
        take(row->nextStep());
}

void FollowUpBoard::take(FollowUpStep step)
{
    const FollowUpRow *row = selected();
    if (!row)
        return;
    switch (step) {
    case FollowUpStep::CopyReminder:
        m_desk.makeReminder(row->key(), Reminder::languageOf(*row->attempt));
        return;
    case FollowUpStep::CopyLink:
        m_desk.readLink(row->key());
        return;
    case FollowUpStep::NewLink:
        Q_EMIT newLinkRequested(row->attempt->id);
        return;
    case FollowUpStep::Reconnect:
        Q_EMIT reconnectRequested(row->integrationId());
        return;
    case FollowUpStep::OpenSetup:
        Q_EMIT setupRequested(row->integrationId());
        return;
    case FollowUpStep::OpenIntegration:
        Q_EMIT integrationRequested(row->integrationId());
        return;
    case FollowUpStep::EnterIntegration:
        openClaim(row->key());
        return;
    case FollowUpStep::Done:
        markDone();
        return;
    }
}

void FollowUpBoard::markDone()
{
    m_read.clear();
    const FollowUpRow *row = selected();
    if (!row)
        return;
    const QString organization = row->organization();
    m_desk.markDone(row->key());
    m_isUndoOffered = true;
    m_notice->present(
        {Notice::Tone::Success, FollowUpWording::done(organization), {}, {}, tr("Undo")});
}

void FollowUpBoard::openClaim(const QString &key)
{
    m_desk.beginClaim(key, [this, board = QPointer(this)](std::unique_ptr<LinkClaim> claim) {
        if (!board || m_claim)
            return;
        m_claim = new ClaimDialog(std::move(claim), window());
        m_claim->setAttribute(Qt::WA_DeleteOnClose);
        m_claim->setMasked(m_isMasked);
        connect(m_claim, &ClaimDialog::settled, this,
            [this](const QUuid &attempt, const ClaimFinding &finding) {
                m_desk.close(attempt, finding);
                m_isUndoOffered = false;
                m_notice->present({Notice::Tone::Success,
                    //: %1 is the name of an organization
                    tr("%1 is connected").arg(finding.details.organization),
                    tr("Kombo knows the integration; the link is off the board."), {}, {}});
            });
        m_claim->open();
    });
}

void FollowUpBoard::showEvent(QShowEvent *event)
{
    m_minute.start();
    m_desk.reload();
    QWidget::showEvent(event);
}

void FollowUpBoard::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    m_read.clear();
    showState();
    QWidget::hideEvent(event);
}

} // namespace desk
