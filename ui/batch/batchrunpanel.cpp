// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchrunpanel.h"

#include "ui/parts/labels.h"
#include "ui/profile/profilebadge.h"
#include "ui/theme/metrics.h"

#include "batch/batchdesk.h"
#include "batch/batchrun.h"
#include "wording/batchwording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using State = BatchRun::State;

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::BatchRunPanel)
};

qsizetype leftOf(const Batch &batch)
{
    return std::count_if(batch.rows.cbegin(), batch.rows.cend(),
        [](const BatchRow &row) { return row.status == BatchRowStatus::Planned; });
}

QString sentenceOf(const BatchDesk &desk)
{
    if (desk.plan().rows().isEmpty())
        return Words::tr("The table has no rows.");
    if (!desk.plan().isSendable())
        return Words::tr("%n row(s) for %1", nullptr, int(desk.plan().rows().size()))
            .arg(desk.profile().name);
    //: %1 is the name of a profile
    const qsizetype links = desk.unfinished() ? leftOf(*desk.unfinished()) : desk.linkCount();
    QString text = Words::tr("%n link(s) under %1", nullptr, int(links)).arg(desk.profile().name);
    if (const qsizetype count = desk.leftOutCount(); count > 0) {
        //: Follows the sentence about how many links are to be made
        text += u", "_s + Words::tr("%n row(s) left out", nullptr, int(count));
    }
    return text + u'.';
}

QString startText(const BatchDesk &desk)
{
    if (desk.unfinished())
        return Words::tr("Con&tinue");
    // How many there will be nobody knows before the problems are gone.
    if (!desk.plan().isSendable())
        return Words::tr("Create &Links");
    //: A button; %n links that are to be made
    return Words::tr("Create %n &Link(s)", nullptr, int(desk.linkCount()));
}

QString detailOf(const BatchDesk &desk)
{
    if (!desk.plan().isSendable())
        return Words::tr("Nothing can be sent before the problems are gone.");
    if (desk.isLooking())
        return Words::tr("Looking for clients that are connected already…");
    QStringList words;
    if (const QString file = desk.unfinishedElsewhere(); !file.isEmpty()) {
        //: %1 is the name of a file
        words.append(Words::tr("A run of this table into %1 did not end. Another file makes all "
                               "its links once more.")
                         .arg(QFileInfo(file).fileName()));
    }
    if (const qsizetype count = desk.plan().embeddedCount(); count > 0)
        words.append(BatchWording::embeddedNote(count));
    return words.join(u' ');
}

QString outcomeOf(const BatchRun &run)
{
    const BatchRun::Progress progress = run.progress();
    QStringList words{Words::tr("%n link(s) made", nullptr, int(progress.done))};
    const auto add = [&words](const QString &text, qsizetype count) {
        if (count > 0)
            words.append(text);
    };
    add(Words::tr("%n failed", nullptr, int(progress.failed)), progress.failed);
    add(Words::tr("%n not known", nullptr, int(progress.notKnown)), progress.notKnown);
    add(Words::tr("%n left out", nullptr, int(progress.skipped)), progress.skipped);
    add(Words::tr("%n not sent", nullptr, int(progress.left())), progress.left());
    return words.join(u", "_s) + u'.';
}

QString headlineOf(const BatchRun &run)
{
    switch (run.state()) {
    case State::Idle:
    case State::Running:
        return Words::tr("Making links…");
    case State::Waiting:
        return Words::tr("Waiting, because the API asks for patience.");
    case State::Paused:
        return BatchWording::pauseReason(run);
    case State::Cancelling:
        return Words::tr("Cancelling: the answers on their way are awaited.");
    case State::Ended:
        return run.wasCancelled() ? Words::tr("Cancelled: %1").arg(outcomeOf(run)) : outcomeOf(run);
    }
    Q_UNREACHABLE();
}

} // namespace

BatchRunPanel::BatchRunPanel(QWidget *parent)
    : QWidget(parent)
    , m_profile(new ProfileBadge(this))
    , m_sentence(plainLabel({}, this))
    , m_detail(plainLabel({}, this))
    , m_warning(mutedLabel({}, this))
    , m_progress(new QProgressBar(this))
{
    m_sentence->setObjectName(u"batchSentence"_s);
    m_sentence->setFont(Metrics::heading());
    m_detail->setObjectName(u"batchDetail"_s);
    m_warning->setObjectName(u"batchWarning"_s);
    m_progress->setObjectName(u"batchProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false); // the counts stand above it
    m_progress->setFixedHeight(Metrics::space(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::space(2));
    head->addWidget(m_profile);
    head->addWidget(m_sentence, 1);
    layout->addLayout(head);
    layout->addWidget(m_detail);
    layout->addWidget(makeOutput());
    layout->addWidget(m_warning);
    layout->addWidget(m_progress);
    layout->addWidget(makeButtons());
    m_progress->hide();
}

QWidget *BatchRunPanel::makeOutput()
{
    m_outputBox = new QWidget(this);
    auto *title = new QLabel(tr("Links &go to:"), m_outputBox);
    m_output = new QLineEdit(m_outputBox);
    m_output->setObjectName(u"batchOutput"_s);
    m_output->setAccessibleName(tr("Links go to"));
    title->setBuddy(m_output);
    m_chooseOutput = new QPushButton(tr("Save &As…"), m_outputBox);
    m_chooseOutput->setObjectName(u"batchChooseOutput"_s);
    auto *atOnce = new QLabel(tr("At &once:"), m_outputBox);
    m_concurrency = new QSpinBox(m_outputBox);
    m_concurrency->setObjectName(u"batchConcurrency"_s);
    m_concurrency->setAccessibleName(tr("At once"));
    m_concurrency->setToolTip(tr("How many links are asked for at the same time"));
    m_concurrency->setRange(1, BatchRun::mostAtOnce);
    m_concurrency->setValue(BatchRun::Options().concurrency);
    atOnce->setBuddy(m_concurrency);
    auto *row = new QHBoxLayout(m_outputBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::space(2));
    row->addWidget(title);
    row->addWidget(m_output, 1);
    row->addWidget(m_chooseOutput);
    row->addSpacing(Metrics::space(2));
    row->addWidget(atOnce);
    row->addWidget(m_concurrency);
    connect(m_chooseOutput, &QPushButton::clicked, this, &BatchRunPanel::chooseOutput);
    connect(m_output, &QLineEdit::textChanged, this, &BatchRunPanel::showWarning);
    connect(m_output, &QLineEdit::editingFinished, this, [this] { Q_EMIT outputChosen(output()); });
    connect(m_concurrency, &QSpinBox::valueChanged, this, &BatchRunPanel::concurrencyChanged);
    return m_outputBox;
}

QPushButton *BatchRunPanel::addButton(
    const char *name, const QString &text, void (BatchRunPanel::*signal)())
{
    auto *button = new QPushButton(text, m_buttons);
    button->setObjectName(QLatin1StringView(name));
    m_buttons->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

QWidget *BatchRunPanel::makeButtons()
{
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::space(2));
    m_start = addButton("batchStart", {}, &BatchRunPanel::startRequested);
    m_start->setProperty("emphasis", u"primary"_s);
    m_start->setAutoDefault(true);
    m_resume = addButton("batchResume", tr("&Resume"), &BatchRunPanel::resumeRequested);
    m_resume->setProperty("emphasis", u"primary"_s);
    m_pause = addButton("batchPause", tr("&Pause"), &BatchRunPanel::pauseRequested);
    m_cancel = addButton("batchCancel", tr("Ca&ncel"), &BatchRunPanel::cancelRequested);
    m_retryFailed = addButton("batchRetryFailed", {}, &BatchRunPanel::retryFailedRequested);
    m_retryUnknown = addButton("batchRetryUnknown", {}, &BatchRunPanel::retryUnknownRequested);
    m_folder = addButton("batchFolder", tr("Open Fol&der"), &BatchRunPanel::folderRequested);
    m_mails = addButton("batchMails", tr("Save &Mail Texts…"), &BatchRunPanel::mailsRequested);
    m_plan = addButton("batchPlan", tr("&Back to the Table"), &BatchRunPanel::planRequested);
    row->addStretch();
    return m_buttons;
}

void BatchRunPanel::showPlan(const BatchDesk &desk, bool isWaiting)
{
    showOutput(desk.output());
    m_sentence->setText(sentenceOf(desk));
    const QString detail = isWaiting ? tr("Reading the API key…") : detailOf(desk);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_outputBox->show();
    m_outputBox->setEnabled(!isWaiting);
    m_output->setEnabled(true);
    m_chooseOutput->setEnabled(true);
    m_profile->setKind(desk.profile().kind);
    showWarning();
    m_warning->show();
    m_progress->hide();
    const auto buttons = m_buttons->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        button->setVisible(button == m_start);
    m_start->setText(startText(desk));
    m_start->setEnabled(desk.isSendable() && !isWaiting && !output().isEmpty()
        && (desk.unfinished() || desk.linkCount() > 0));
    if (m_isStartAwaited && m_start->isEnabled() && std::exchange(m_isStartAwaited, false)
        && window()->focusWidget() == m_focusMeanwhile)
        m_start->setFocus(Qt::OtherFocusReason);
}

void BatchRunPanel::showRun(const BatchRun &run)
{
    const BatchRun::Progress progress = run.progress();
    const bool isOver = run.state() == State::Ended;
    m_sentence->setText(headlineOf(run));
    m_detail->setText(BatchWording::standing(run));
    m_detail->setVisible(!isOver);
    m_outputBox->setVisible(!isOver);
    m_output->setEnabled(false);
    m_chooseOutput->setEnabled(false);
    m_warning->setVisible(isOver && progress.done > 0);
    if (isOver)
        m_warning->setText(BatchWording::linksNote(run.outputFile()));
    m_progress->setVisible(!isOver);
    m_progress->setRange(0, int(progress.total));
    m_progress->setValue(int(progress.total - progress.left()));
    showButtons(run);
}

void BatchRunPanel::showButtons(const BatchRun &run)
{
    const BatchRun::Progress progress = run.progress();
    const State state = run.state();
    const bool isOver = state == State::Ended;
    const bool hadFocus = m_buttons->isAncestorOf(focusWidget());
    m_start->setVisible(isOver && run.wasCancelled());
    m_start->setEnabled(true);
    m_start->setText(tr("Con&tinue"));
    m_pause->setVisible(state == State::Running || state == State::Waiting);
    m_resume->setVisible(state == State::Paused);
    m_cancel->setVisible(!isOver);
    m_cancel->setEnabled(state != State::Cancelling);
    m_retryFailed->setVisible(isOver && progress.failed > 0);
    //: %n rows that have failed
    m_retryFailed->setText(tr("Retry %n &Failed", nullptr, int(progress.failed)));
    m_retryUnknown->setVisible(isOver && progress.notKnown > 0);
    //: %n rows of which nobody knows whether they have a link
    m_retryUnknown->setText(tr("Retry %n Not &Known…", nullptr, int(progress.notKnown)));
    m_folder->setVisible(isOver);
    m_mails->setVisible(isOver && !run.wasCancelled() && progress.done > 0);
    m_plan->setVisible(isOver);
    if (!hadFocus || (focusWidget() && focusWidget()->isVisible()))
        return;
    // The button that was pressed has gone; the next one takes its place.
    const auto buttons = m_buttons->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->isEnabled())
            return button->setFocus(Qt::OtherFocusReason);
    }
}

void BatchRunPanel::showOutput(const QString &file)
{
    if (output() == file)
        return;
    m_output->setText(QDir::toNativeSeparators(file));
    m_output->setCursorPosition(int(m_output->text().size()));
}

QString BatchRunPanel::output() const
{
    return QDir::fromNativeSeparators(m_output->text().trimmed());
}

int BatchRunPanel::concurrency() const
{
    return m_concurrency->value();
}

void BatchRunPanel::setConcurrency(int atOnce)
{
    m_concurrency->setValue(atOnce);
}

void BatchRunPanel::focusStart()
{
    m_isStartAwaited = !m_start->isEnabled();
    m_focusMeanwhile = window()->focusWidget();
    if (!m_isStartAwaited)
        m_start->setFocus(Qt::OtherFocusReason);
}

void BatchRunPanel::chooseOutput()
{
    auto *dialog = new QFileDialog(this, tr("Where the Links Go"), output(), tr("Tables (*.csv)"));
    dialog->setObjectName(u"batchOutputDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Nothing is written over: the run refuses a file that is not its own.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &BatchRunPanel::outputChosen);
    dialog->open();
}

void BatchRunPanel::showWarning()
{
    const QString file = output();
    m_warning->setText(file.isEmpty() ? QString() : BatchWording::linksWarning(file));
}

} // namespace desk
