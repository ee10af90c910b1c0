// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historypage.h"

#include "ui/demo/masked.h"
#include "ui/history/attemptrecordview.h"
#include "ui/history/attemptvalues.h"
#include "ui/history/notesedit.h"
#include "ui/history/outcomelook.h"
#include "ui/parts/labels.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/metrics.h"

#include "history/attemptrequest.h"
#include "wording/ledgerwording.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QPushButton *actionButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

// Where the client may have got through, or may still do, another link is not the next step.
bool isFreeToTryAgain(const Attempt &attempt, bool isUnderWay)
{
    switch (attempt.outcome) {
    case AttemptOutcome::ClosedBeforeFinishing:
    case AttemptOutcome::Cancelled:
    case AttemptOutcome::Expired:
    case AttemptOutcome::Failed:
        return true;
    case AttemptOutcome::Unfinished:
        return !isUnderWay
            && (attempt.step == AttemptStep::Requested || attempt.step == AttemptStep::LinkCreated);
    default:
        return false;
    }
}

} // namespace

HistoryPage::HistoryPage(History &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_state(new StatePanel(this))
{
    setObjectName(u"historyPage"_s);
    m_state->setObjectName(u"historyPageState"_s);
    m_content = makeContent();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_content, 1);
    connect(m_state, &StatePanel::actionTriggered, this, &HistoryPage::takeStateAction);
    connect(m_state, &StatePanel::secondActionTriggered, this, &HistoryPage::backRequested);
    connect(&history.details(), &AttemptDetails::changed, this, &HistoryPage::render);
    connect(&history.bin(), &AttemptBin::changed, this, &HistoryPage::render);
    render();
}

QWidget *HistoryPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(makeHead(content));
    m_values = new AttemptValues(content);
    layout->addWidget(m_values);
    layout->addWidget(makeActions(content));
    m_notes = new NotesEdit(m_history.details(), content);
    layout->addWidget(m_notes);
    m_record = new AttemptRecordView(m_history.details(), content);
    layout->addWidget(m_record);
    layout->addStretch();
    connect(m_values, &AttemptValues::copied, this, &HistoryPage::copied);
    connect(m_record, &AttemptRecordView::noted, this, &HistoryPage::noted);
    return content;
}

QWidget *HistoryPage::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    m_headline = plainLabel({}, head);
    m_headline->setObjectName(u"attemptHeadline"_s);
    m_headline->setFont(Metrics::title());
    m_sign = new QLabel(head);
    m_sign->setAccessibleName({});
    m_outcome = plainLabel({}, head);
    m_outcome->setObjectName(u"attemptOutcome"_s);
    m_advice = plainLabel({}, head);
    m_advice->setObjectName(u"attemptAdvice"_s);
    m_nextStep = new QPushButton(head);
    m_nextStep->setObjectName(u"attemptNextStep"_s);
    m_nextStep->setProperty("emphasis", u"primary"_s);
    m_nextStep->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::space(2));
    line->addWidget(m_sign, 0, Qt::AlignTop);
    line->addWidget(m_outcome, 1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_headline);
    layout->addLayout(line);
    layout->addWidget(m_advice);
    layout->addWidget(m_nextStep);
    connect(m_nextStep, &QPushButton::clicked, this, &HistoryPage::takeNextStep);
    return head;
}

QWidget *HistoryPage::makeActions(QWidget *parent)
{
    auto *box = new QWidget(parent);
    m_duplicate = actionButton(u"duplicateButton"_s, tr("Duplicate into form"), box);
    m_reconnect = actionButton(u"reconnectAttemptButton"_s, tr("Reconnect…"), box);
    m_openIntegration = actionButton(u"openIntegrationButton"_s, tr("Open integration"), box);
    m_copySummary = actionButton(u"copySummaryButton"_s, tr("Copy summary"), box);
    m_delete = actionButton(u"deleteAttemptButton"_s, tr("Delete"), box);
    //: Leads back to where the attempt was opened from
    m_back = actionButton(u"historyBackButton"_s, tr("Back to the form"), box);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Metrics::space(2));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    for (QPushButton *button :
        {m_duplicate, m_openIntegration, m_reconnect, m_copySummary, m_delete, m_back}) {
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    connect(m_duplicate, &QPushButton::clicked, this, &HistoryPage::duplicate);
    connect(m_copySummary, &QPushButton::clicked, this, &HistoryPage::copySummary);
    connect(m_delete, &QPushButton::clicked, this, &HistoryPage::deleteAttempt);
    connect(m_back, &QPushButton::clicked, this, &HistoryPage::backRequested);
    connect(m_reconnect, &QPushButton::clicked, this, [this] {
        if (const auto &attempt = m_history.details().attempt())
            Q_EMIT reconnectRequested(attempt->profile.id, attempt->integrationId);
    });
    connect(m_openIntegration, &QPushButton::clicked, this, [this] {
        if (const auto &attempt = m_history.details().attempt())
            Q_EMIT integrationRequested(attempt->profile.id, attempt->integrationId);
    });
    return box;
}

void HistoryPage::open(const QUuid &id)
{
    m_history.details().open(id);
}

void HistoryPage::leave()
{
    m_history.details().close();
}

bool HistoryPage::isInBin() const
{
    const auto &content = m_history.bin().content();
    return content && content->id == attemptId();
}

bool HistoryPage::hasIntegration(const Attempt &attempt)
{
    return !attempt.integrationId.isEmpty();
}

void HistoryPage::render()
{
    const AttemptDetails &details = m_history.details();
    const auto &attempt = details.attempt();
    const bool isShown = attempt && !details.isGone() && !isInBin();
    m_content->setVisible(isShown);
    // Nothing while it is read for the first time; that is soon done.
    const bool isNew = details.isReading() && !attempt && !details.isGone();
    m_state->setVisible(!isShown && !isNew);
    if (!isShown) {
        renderState();
        return;
    }
    renderHead(*attempt);
    m_values->present(*attempt, m_isMasked);
    renderActions(*attempt);
}

void HistoryPage::renderState()
{
    const AttemptDetails &details = m_history.details();
    const QString back = tr("Back to the form");
    if (isInBin()) {
        m_state->setVisible(true);
        m_state->present({IconName::CircleCheck, {}, tr("Attempt deleted"),
            tr("It is out of the history. The integration that came of it is not touched."), {},
            tr("Undo"), back});
    } else if (details.problem()) {
        const ErrorMessage message = LedgerWording::message(*details.problem());
        m_state->present({IconName::CircleAlert, ColorToken::Danger, message.headline,
            message.advice, message.details, tr("Try again"), back});
    } else {
        m_state->present({IconName::Info, {}, tr("This attempt is not in the history any more"),
            tr("It was deleted, or its time was over."), {}, {}, back});
    }
}

void HistoryPage::renderHead(const Attempt &attempt)
{
    const bool isUnderWay = m_history.details().isUnderWay();
    QString name = attempt.organization;
    if (name.isEmpty())
        name = m_isMasked ? Masked::value(Masked::Kind::Email, attempt.email) : attempt.email;
    m_headline->setText(name.isEmpty() ? tr("Attempt") : name);
    const OutcomeLook look = OutcomeLook::of(attempt.outcome, isUnderWay);
    const int side = Metrics::iconSize();
    m_sign->setPixmap(icon(look.icon, look.ink).pixmap(QSize(side, side), devicePixelRatioF()));
    //: How an attempt ended, and when it began
    m_outcome->setText(
        tr("%1 · %2").arg(LedgerWording::outcome(attempt.outcome, attempt.purpose, isUnderWay),
            LedgerWording::when(attempt.startedAt, QDateTime::currentDateTimeUtc())));
    const QString advice = LedgerWording::outcomeAdvice(attempt, isUnderWay);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_nextStep->setText(hasIntegration(attempt) ? m_openIntegration->text() : m_duplicate->text());
    m_nextStep->setVisible(hasIntegration(attempt) || isFreeToTryAgain(attempt, isUnderWay));
}

void HistoryPage::renderActions(const Attempt &attempt)
{
    const bool canOpen = hasIntegration(attempt);
    m_openIntegration->setEnabled(canOpen);
    m_reconnect->setEnabled(canOpen);
    const QString why = canOpen ? QString() : tr("No integration is known to have come of it.");
    m_openIntegration->setToolTip(why);
    m_reconnect->setToolTip(why);
    m_delete->setEnabled(!m_history.details().isUnderWay());
    m_delete->setToolTip(
        m_delete->isEnabled() ? QString() : tr("It is under way in a window of Connect Desk."));
}

void HistoryPage::takeStateAction()
{
    if (isInBin())
        m_history.bin().undo();
    else
        m_history.details().refresh();
}

void HistoryPage::takeNextStep()
{
    const auto &attempt = m_history.details().attempt();
    if (attempt && hasIntegration(*attempt))
        m_openIntegration->click();
    else
        duplicate();
}

void HistoryPage::duplicate()
{
    if (const auto &attempt = m_history.details().attempt())
        Q_EMIT duplicateRequested(detailsOf(*attempt), attempt->profile.id);
}

void HistoryPage::copySummary()
{
    const AttemptDetails &details = m_history.details();
    if (!details.attempt())
        return;
    Attempt attempt = *details.attempt();
    attempt.notes = details.notes();
    QGuiApplication::clipboard()->setText(LedgerWording::summary(attempt, details.isUnderWay()));
    //: What was copied
    Q_EMIT copied(tr("Summary"));
}

void HistoryPage::deleteAttempt()
{
    const auto &attempt = m_history.details().attempt();
    if (!attempt)
        return;
    m_history.details().saveNotes();
    m_history.bin().put({attempt->id, attempt->organization});
    if (auto *undo = m_state->findChild<QPushButton *>(u"stateAction"_s))
        undo->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::setMasked(bool masked)
{
    m_isMasked = masked;
    m_notes->setMasked(masked);
    m_record->setMasked(masked);
    render();
}

void HistoryPage::focusFirstAction()
{
    QPushButton *button = m_nextStep->isVisibleTo(this) ? m_nextStep : m_duplicate;
    button->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
