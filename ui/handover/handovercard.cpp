// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/handover/handovercard.h"

#include "ui_handovercard.h"

#include "ui/demo/masked.h"
#include "ui/handover/qrdialog.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/detailswording.h"
#include "wording/followupwording.h"
#include "wording/handoverwording.h"

#include <QAccessible>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace desk {

HandOverCard::HandOverCard(QWidget *parent, ClipboardLease::Times times)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HandOverCard>())
    , m_lease(times, nullptr)
{
    m_ui->setupUi(this);
    setUpLook();
    setUpActions();
    setUpMessage();
    setUpKeeping();
    clear();
}

HandOverCard::~HandOverCard()
{
    delete m_qrDialog;
}

void HandOverCard::setUpLook()
{
    m_ui->cardLayout->setSpacing(Metrics::space(3));
    m_ui->headline->setFont(Metrics::title());
    m_ui->messageHeadline->setFont(Metrics::heading());
    m_ui->summary->setForegroundRole(QPalette::PlaceholderText);
    for (QVBoxLayout *column : {m_ui->linkColumn, m_ui->messageColumn})
        column->setSpacing(Metrics::space(1));
    for (QHBoxLayout *row : {m_ui->linkButtons, m_ui->messageButtons, m_ui->buttonRow})
        row->setSpacing(Metrics::space(2));
    // Room between one field and the label of the next.
    for (QLabel *label : {m_ui->messageHeadline, m_ui->bodyLabel})
        label->setContentsMargins(0, Metrics::space(2), 0, 0);
    m_ui->messageGrid->setHorizontalSpacing(Metrics::space(3));
    m_ui->messageGrid->setVerticalSpacing(Metrics::space(2));
    for (QLabel *hint : {m_ui->markHint, m_ui->clipboardLine}) {
        hint->setFont(Metrics::small());
        hint->setForegroundRole(QPalette::PlaceholderText);
    }
    m_ui->bodyEdit->setMinimumHeight(Metrics::space(44));
    m_ui->bottomSpacer->changeSize(0, 0, QSizePolicy::Minimum, QSizePolicy::Minimum);
    // What stands below does not jump when something is copied.
    QSizePolicy policy = m_ui->clipboardBar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_ui->clipboardBar->setSizePolicy(policy);
    m_ui->qrButton->setIcon(icon(IconName::QrCode));
    m_ui->mailButton->setIcon(icon(IconName::Mail));
    drawIcon();
}

void HandOverCard::setUpActions()
{
    connect(m_ui->revealButton, &QToolButton::toggled, this, &HandOverCard::setRevealed);
    connect(m_ui->linkField, &LinkField::copyRequested, this, &HandOverCard::copyLink);
    connect(m_ui->copyLinkButton, &QPushButton::clicked, this, &HandOverCard::copyLink);
    connect(m_ui->qrButton, &QPushButton::clicked, this, &HandOverCard::showQrCode);
    connect(m_ui->copyMessageButton, &QPushButton::clicked, this, &HandOverCard::copyMessage);
    connect(m_ui->mailButton, &QPushButton::clicked, this, &HandOverCard::openAsMail);
    connect(m_ui->newConnectionButton, &QPushButton::clicked, this,
        &HandOverCard::newConnectionRequested);
    connect(m_ui->backButton, &QPushButton::clicked, this, &HandOverCard::backRequested);
    connect(m_ui->clearClipboardButton, &QPushButton::clicked, &m_lease, &ClipboardLease::clearNow);
    connect(&m_lease, &ClipboardLease::remaining, this, &HandOverCard::showRemaining);
    connect(&m_lease, &ClipboardLease::ended, m_ui->clipboardBar, &QWidget::hide);
}

void HandOverCard::setUpMessage()
{
    const QList<FlowLanguage> languages = allFlowLanguages();
    for (const FlowLanguage language : languages) {
        m_ui->languageCombo->addItem(DetailsWording::name(language), QVariant::fromValue(language));
    }
    m_ui->subjectEdit->setMaxLength(int(HandOverMessages::longestSubject));
    connect(m_ui->languageCombo, &QComboBox::activated, this, &HandOverCard::changeLanguage);
    connect(m_ui->bodyEdit, &QPlainTextEdit::textChanged, this, &HandOverCard::noteMark);
}

void HandOverCard::setUpKeeping()
{
    m_ui->keepColumn->setSpacing(Metrics::space(1));
    m_ui->keepHint->setFont(Metrics::small());
    m_ui->keepHint->setForegroundRole(QPalette::PlaceholderText);
    m_ui->keepHint->setText(FollowUpWording::keeping());
    m_ui->keepCheck->setAccessibleDescription(m_ui->keepHint->text());
    m_ui->keepBox->hide();
    // By a person only; setKept() answers, and until then nothing else can be asked.
    connect(m_ui->keepCheck, &QCheckBox::clicked, this, [this](bool keep) {
        m_ui->keepCheck->setEnabled(false);
        if (keep)
            Q_EMIT keepRequested(m_handOver.link);
        else
            Q_EMIT forgetRequested();
    });
}

void HandOverCard::offerKeeping(bool offered)
{
    m_ui->keepBox->setVisible(offered);
}

void HandOverCard::setKept(bool kept)
{
    const bool hadFocus = focusWidget() == m_ui->keepCheck;
    m_isKept = kept;
    m_ui->keepCheck->setChecked(kept);
    m_ui->keepCheck->setEnabled(true);
    if (hadFocus)
        m_ui->keepCheck->setFocus(Qt::OtherFocusReason);
}

void HandOverCard::showKeepingFailure(const ErrorMessage &message)
{
    setKept(m_isKept);
    m_ui->notice->present(
        {Notice::Tone::Warning, message.headline, message.advice, message.details, {}});
}

void HandOverCard::present(const HandOver &handOver)
{
    clear();
    m_handOver = handOver;
    showSummary();
    m_ui->linkField->setLink(handOver.link);
    showMessage(handOver.language);
}

void HandOverCard::clear()
{
    delete m_qrDialog;
    m_handOver = {};
    m_written.clear();
    m_ui->summary->clear();
    m_ui->linkField->setLink({});
    setRevealed(false);
    m_ui->subjectEdit->clear();
    m_ui->bodyEdit->clear();
    m_ui->notice->dismiss();
    setKept(false);
    m_ui->clipboardBar->setVisible(m_lease.isHeld());
}

void HandOverCard::focusFirstAction()
{
    m_ui->copyLinkButton->setFocus(Qt::OtherFocusReason);
}

void HandOverCard::showSummary()
{
    HandOver shown = m_handOver;
    if (m_isMasked)
        shown.email = Masked::value(Masked::Kind::Email, shown.email);
    m_ui->summary->setText(hasLink() ? HandOverWording::summary(shown) : QString());
}

void HandOverCard::setMasked(bool masked)
{
    m_isMasked = masked;
    showSummary();
    m_ui->notice->dismiss();
    if (!masked)
        return;
    delete m_qrDialog;
    setRevealed(false);
}

bool HandOverCard::refuse()
{
    if (!m_isMasked)
        return false;
    m_ui->notice->present({Notice::Tone::Information, tr("Not shown in demo mode"),
        tr("Whoever can see the link or its QR code can use it. Copying still works; end demo mode "
           "to see them."),
        {}, {}});
    return true;
}

void HandOverCard::setRevealed(bool revealed)
{
    m_ui->linkField->setRevealed(revealed && !refuse());
    const bool isRevealed = m_ui->linkField->isRevealed();
    m_ui->revealButton->setChecked(isRevealed);
    m_ui->revealButton->setIcon(icon(isRevealed ? IconName::EyeOff : IconName::Eye));
    const QString name = isRevealed ? tr("Hide link") : tr("Reveal link");
    m_ui->revealButton->setAccessibleName(name);
    m_ui->revealButton->setToolTip(name);
    m_ui->linkField->setAccessibleDescription(isRevealed ? QString() : tr("Hidden"));
}

void HandOverCard::showRemaining(int seconds)
{
    m_ui->clipboardLine->setText(
        //: %1 is what was copied, "Link" or "Message", %2 a number of seconds
        tr("%1 on the clipboard, cleared in %2 s").arg(m_onClipboard).arg(seconds));
    m_ui->clipboardBar->show();
}

HandOverMessage HandOverCard::message() const
{
    return {m_ui->subjectEdit->text(), m_ui->bodyEdit->toPlainText()};
}

void HandOverCard::showMessage(FlowLanguage language)
{
    m_language = language;
    m_ui->languageCombo->setCurrentIndex(
        m_ui->languageCombo->findData(QVariant::fromValue(language)));
    const HandOverMessage shown =
        m_written.value(language, HandOverMessages::compose(m_handOver, language));
    m_ui->subjectEdit->setText(shown.subject);
    m_ui->subjectEdit->setCursorPosition(0);
    m_ui->bodyEdit->setPlainText(shown.body);
}

void HandOverCard::changeLanguage()
{
    const FlowLanguage before = m_language;
    const auto chosen = m_ui->languageCombo->currentData().value<FlowLanguage>();
    if (chosen == before)
        return;
    const HandOverMessage written = message();
    const bool isWritten = written != HandOverMessages::compose(m_handOver, before);
    if (isWritten)
        m_written.insert(before, written);
    else
        m_written.remove(before);
    m_ui->notice->dismiss();
    showMessage(chosen);
    if (isWritten) {
        //: %1 is a language in itself, such as "Deutsch"
        m_ui->notice->present({Notice::Tone::Information, tr("Your text is kept"),
            tr("Choose %1 again to get back what you wrote.").arg(DetailsWording::name(before)), {},
            {}});
    }
}

void HandOverCard::noteMark()
{
    const bool isMissing = !HandOverMessages::hasMark(m_ui->bodyEdit->toPlainText());
    m_ui->markHint->setText(HandOverWording::markHint(isMissing));
}

void HandOverCard::copyLink()
{
    if (m_handOver.link.isEmpty())
        return;
    m_onClipboard = m_ui->linkLabel->text();
    m_lease.put(m_handOver.link);
    Q_EMIT copied(m_onClipboard);
}

void HandOverCard::copyMessage()
{
    if (m_handOver.link.isEmpty())
        return;
    m_onClipboard = m_ui->messageHeadline->text();
    m_lease.put(HandOverMessages::withLink(m_ui->bodyEdit->toPlainText(), m_handOver.link));
    Q_EMIT copied(m_onClipboard);
}

void HandOverCard::openAsMail()
{
    if (m_handOver.link.isEmpty())
        return;
    const auto address = HandOverMessages::mailAddress(m_handOver.email, message().subject);
    if (address) {
        copyMessage();
        m_ui->notice->present({Notice::Tone::Information, tr("Paste the message into the mail"),
            tr("The mail is addressed and has its subject. Its text holds the link and is on the "
               "clipboard, where no other program reads it by the way."),
            {}, {}});
        Q_EMIT mailRequested(*address);
        return;
    }
    m_ui->notice->present({Notice::Tone::Warning, tr("Not opened as mail"),
        HandOverWording::sentence(address.error()), {}, {}});
}

void HandOverCard::showMailFailure()
{
    m_ui->notice->present({Notice::Tone::Warning, tr("Not opened as mail"),
        tr("This computer names no program for mails. Copy the message and paste it into a mail."),
        {}, {}});
}

void HandOverCard::showQrCode()
{
    if (refuse())
        return;
    const auto code = QrCode::of(m_handOver.link);
    if (!code) {
        m_ui->notice->present({Notice::Tone::Warning, tr("No QR code"),
            HandOverWording::sentence(code.error()), {}, {}});
        return;
    }
    delete m_qrDialog;
    m_qrDialog = new QrDialog(*code, m_handOver.organization, this);
    m_qrDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_qrDialog->open();
}

void HandOverCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void HandOverCard::drawIcon()
{
    const int side = Metrics::iconSize() * 5 / 4;
    m_ui->headlineIcon->setPixmap(icon(IconName::CircleCheck, ColorToken::Success)
                                      .pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace desk
