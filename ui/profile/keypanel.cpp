// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/keypanel.h"

#include "ui/parts/notice.h"
#include "ui/profile/keyedit.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "core/apikey.h"
#include "keys/keyverdict.h"
#include "profiles/keyid.h"
#include "secrets/secretkeeper.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// Pasting and leaving a field often come together; one check is enough.
constexpr std::chrono::milliseconds checkDelay = 150ms;
// An address that is being typed is many addresses.
constexpr std::chrono::milliseconds lookDelay = 400ms;

QLabel *plainLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton *plainButton(QWidget *parent, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void setSign(QLabel *label, IconName name, std::optional<ColorToken> ink)
{
    const int side = Metrics::iconSize();
    label->setPixmap(icon(name, ink).pixmap(QSize(side, side), label->devicePixelRatioF()));
}

} // namespace

KeyPanel::KeyPanel(SecretKeeper &keeper, QWidget *parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_states(keeper)
    , m_stateIcon(new QLabel(this))
    , m_state(plainLabel(this, u"keyState"_s))
    , m_lookAgain(plainButton(this, tr("Try again"), u"lookAgainButton"_s))
    , m_label(new QLabel(tr("API key"), this))
    , m_edit(new KeyEdit(this))
    , m_checkButton(plainButton(this, tr("Check key"), u"checkKeyButton"_s))
    , m_replace(plainButton(this, tr("Replace key"), u"replaceKeyButton"_s))
    , m_move(plainButton(this, tr("Move to keychain"), u"moveKeyButton"_s))
    , m_remove(plainButton(this, tr("Remove key…"), u"removeKeyButton"_s))
    , m_error(plainLabel(this, u"keyError"_s))
    , m_resultIcon(new QLabel(this))
    , m_result(plainLabel(this, u"keyResult"_s))
    , m_notice(new Notice(this))
{
    m_edit->setObjectName(u"keyEdit"_s);
    m_edit->setAccessibleName(m_label->text());
    m_edit->setPlaceholderText(tr("Paste it from the Secrets page of the Kombo dashboard"));
    m_label->setBuddy(m_edit);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setFont(Metrics::small());
    m_notice->setObjectName(u"keyNotice"_s);
    m_resultRow = makeResultRow();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_label);
    layout->addWidget(makeStateRow());
    layout->addWidget(makeKeyRow());
    layout->addWidget(m_error);
    layout->addWidget(m_resultRow);
    layout->addWidget(m_notice);
    connectParts();
    clearResult();
    refresh();
}

QWidget *KeyPanel::makeStateRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_stateIcon);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_lookAgain);
    return row;
}

QWidget *KeyPanel::makeKeyRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_edit, 1);
    for (QPushButton *button : {m_checkButton, m_replace, m_move, m_remove})
        layout->addWidget(button);
    layout->addStretch();
    // The button keeps its width when it says something else.
    const QString text = m_checkButton->text();
    m_checkButton->setText(tr("Cancel check"));
    m_checkButton->setMinimumWidth(m_checkButton->sizeHint().width());
    m_checkButton->setText(text);
    return row;
}

QWidget *KeyPanel::makeResultRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_resultIcon, 0, Qt::AlignTop);
    layout->addWidget(m_result, 1);
    return row;
}

void KeyPanel::connectParts()
{
    for (QTimer *timer : {&m_checkSoon, &m_lookSoon})
        timer->setSingleShot(true);
    m_checkSoon.setInterval(checkDelay);
    m_lookSoon.setInterval(lookDelay);
    connect(&m_checkSoon, &QTimer::timeout, this, &KeyPanel::checkByItself);
    connect(&m_lookSoon, &QTimer::timeout, this, [this] { m_states.look({m_draft}); });
    connect(&m_states, &KeyStates::changed, this, &KeyPanel::refresh);
    connect(&m_check, &KeyCheck::accepted, this, &KeyPanel::showAccepted);
    connect(&m_check, &KeyCheck::refused, this, &KeyPanel::showRefused);
    connect(&m_check, &KeyCheck::waiting, this,
        [this](std::chrono::milliseconds delay) { showLine(KeyWording::waiting(delay)); });

    connect(m_edit, &QLineEdit::textChanged, this, &KeyPanel::noteEdit);
    connect(m_edit, &QLineEdit::editingFinished, this, &KeyPanel::leaveField);
    // Queued, since the edit itself takes back what was planned before it.
    connect(
        m_edit, &KeyEdit::pasted, this, [this] { m_checkSoon.start(); }, Qt::QueuedConnection);
    connect(m_checkButton, &QPushButton::clicked, this, &KeyPanel::pressCheck);
    connect(m_replace, &QPushButton::clicked, this, &KeyPanel::startReplacing);
    connect(m_remove, &QPushButton::clicked, this, &KeyPanel::askToRemove);
    connect(m_move, &QPushButton::clicked, this, &KeyPanel::moveToKeychain);
    connect(m_lookAgain, &QPushButton::clicked, this, [this] { m_states.lookAgain({m_draft}); });
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        if (m_noticeAbout == NoticeAbout::Keeping)
            keepForThisSession();
        else
            tryAgain();
    });
    connect(m_notice, &Notice::secondActionTriggered, this, &KeyPanel::tryAgain);
}

void KeyPanel::present(const Profile &draft, const std::optional<Profile> &kept)
{
    const bool isSamePlace = sendToTheSameApi(m_draft, draft);
    const bool isFirst = kept && !m_kept;
    m_draft = draft;
    m_kept = kept;
    if (!isSamePlace) {
        m_environment.reset();
        stopCheck();
        clearResult();
        // To an address that is still being typed nothing is sent before somebody asks for it.
        if (hasTypedKey() && draft.region != Region::Custom)
            m_checkSoon.start();
    }
    if (isFirst)
        m_states.look({*kept});
    if (!draft.id.isEmpty() && !isSamePlace)
        m_lookSoon.start();
    refresh();
}

void KeyPanel::focusKey()
{
    const KeyState now = state();
    if (now.isKept() && !m_isReplacing)
        startReplacing();
    m_wantsFocus = now.kind == KeyState::Kind::Unknown;
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool KeyPanel::hasTypedKey() const
{
    return !m_edit->text().isEmpty();
}

void KeyPanel::judge()
{
    if (!hasTypedKey()) {
        Q_EMIT judged(true);
        return;
    }
    if (m_verdict == Verdict::None) {
        m_isJudging = true;
        m_checkSoon.stop();
        if (!m_check.isRunning())
            checkNow();
        return;
    }
    const bool mayBeKept = m_verdict != Verdict::Wrong;
    if (!mayBeKept)
        m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT judged(mayBeKept);
}

void KeyPanel::keep(const Profile &profile)
{
    m_draft = profile;
    const auto id = keyId();
    const auto key = cleanedApiKey(m_edit->text());
    if (!key || !id) {
        Q_EMIT kept();
        return;
    }
    m_notice->dismiss();
    follow(m_keeper.keepInKeychain(*id, *key), KeyWording::Action::Keep, NoticeAbout::Keeping,
        [this] { endKeeping(); });
}

void KeyPanel::keepForThisSession()
{
    const auto id = keyId();
    const auto key = cleanedApiKey(m_edit->text());
    if (!key || !id)
        return;
    m_notice->dismiss();
    follow(m_keeper.keepForThisSession(*id, *key), KeyWording::Action::Keep, NoticeAbout::Keeping,
        [this] { endKeeping(); });
}

void KeyPanel::endKeeping()
{
    const auto environment = m_typedEnvironment;
    m_isReplacing = false;
    m_edit->forget();
    m_environment = environment;
    refresh();
    Q_EMIT kept();
}

void KeyPanel::stopWaiting()
{
    m_isJudging = false;
    stopCheck();
}

void KeyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh(); // the signs are pictures
    QWidget::changeEvent(event);
}

void KeyPanel::noteEdit()
{
    stopCheck();
    clearResult();
}

void KeyPanel::leaveField()
{
    if (!hasTypedKey())
        return;
    const auto key = cleanedApiKey(m_edit->text());
    if (!key)
        showSentence(KeyWording::sentence(key.error()));
    else
        m_checkSoon.start();
}

void KeyPanel::checkByItself()
{
    if (hasTypedKey() && m_verdict == Verdict::None && !m_check.isRunning() && baseUrlOf(m_draft))
        checkNow();
}

void KeyPanel::pressCheck()
{
    if (m_check.isRunning() || m_read) {
        stopCheck();
        clearResult();
        m_verdict = Verdict::Skipped;
        return;
    }
    if (m_edit->isVisibleTo(this))
        checkNow();
    else
        checkKept();
}

void KeyPanel::checkNow()
{
    clearResult();
    const auto key = cleanedApiKey(m_edit->text());
    if (!key)
        showSentence(KeyWording::sentence(key.error()));
    else if (!baseUrlOf(m_draft))
        showSentence(tr("The key cannot be checked yet: the base URL is not complete."));
    else {
        startCheck(*key);
        return;
    }
    m_edit->setFocus(Qt::OtherFocusReason);
    if (std::exchange(m_isJudging, false))
        Q_EMIT judged(false);
}

void KeyPanel::checkKept()
{
    const auto id = keyId();
    if (!id)
        return;
    clearResult();
    SecretRead *read = m_keeper.read(*id);
    m_read = read;
    connect(read, &SecretCall::succeeded, this, [this, read] {
        if (read->value())
            startCheck(*read->value());
    });
    follow(read, KeyWording::Action::Read, NoticeAbout::Check, [this] { m_read = nullptr; });
}

void KeyPanel::startCheck(const Secret &key)
{
    const auto access = apiAccess(m_draft, key);
    if (!access)
        return;
    m_keeper.announce(key);
    m_notice->dismiss();
    showLine(KeyWording::checking(m_draft));
    m_check.start(*access);
    m_checkButton->setText(tr("Cancel check"));
}

void KeyPanel::stopCheck()
{
    delete m_read;
    m_checkSoon.stop();
    m_check.cancel();
    m_checkButton->setText(tr("Check key"));
    m_resultRow->hide();
    if (std::exchange(m_isJudging, false))
        Q_EMIT judged(false);
}

void KeyPanel::showAccepted(const EnvironmentInfo &environment)
{
    (hasTypedKey() ? m_typedEnvironment : m_environment) = environment.environmentId;
    refresh();
    showLine(KeyWording::accepted(environment), true);
    conclude(Verdict::Accepted);
}

void KeyPanel::showRefused(const ApiError &error)
{
    const KeyVerdict verdict = verdictOf(error);
    const bool isWrong = verdict == KeyVerdict::Wrong;
    const ErrorMessage message = KeyWording::refused(error, m_draft);
    QStringList details;
    for (const QString &part : {message.serverSays, message.details}) {
        if (!part.isEmpty())
            details.append(part);
    }
    m_noticeAbout = NoticeAbout::Check;
    m_notice->present({isWrong ? Notice::Tone::Error : Notice::Tone::Warning, message.headline,
        message.advice, details.join(u'\n'), {}});
    m_resultRow->hide();
    Q_EMIT spoke();
    m_edit->setProperty("invalid", isWrong && hasTypedKey());
    m_edit->update();
    conclude(isWrong                             ? Verdict::Wrong
            : verdict == KeyVerdict::NotFromHere ? Verdict::NotFromHere
                                                 : Verdict::NotKnown);
}

void KeyPanel::conclude(Verdict verdict)
{
    m_checkButton->setText(tr("Check key"));
    if (!hasTypedKey())
        return;
    m_verdict = verdict;
    if (!std::exchange(m_isJudging, false))
        return;
    // What nobody could judge is kept when the person asks for it again, knowing that.
    if (verdict != Verdict::Accepted)
        m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT judged(verdict == Verdict::Accepted);
}

void KeyPanel::startReplacing()
{
    m_isReplacing = !m_isReplacing;
    m_edit->forget();
    stopCheck();
    clearResult();
    refresh();
    if (m_isReplacing)
        m_edit->setFocus(Qt::OtherFocusReason);
    else
        m_replace->setFocus(Qt::OtherFocusReason);
}

void KeyPanel::askToRemove()
{
    const QString name = m_kept ? m_kept->name : m_draft.name;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove key"),
        //: %1 is the name of a profile
        tr("Remove the API key of %1?").arg(name), QMessageBox::NoButton, this);
    question->setObjectName(u"removeKeyQuestion"_s);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("It cannot be shown or brought back from here. Nothing can be sent with this profile "
           "until a key is entered again."));
    QPushButton *stay = question->addButton(tr("Keep key"), QMessageBox::RejectRole);
    QPushButton *remove = question->addButton(tr("Remove key"), QMessageBox::DestructiveRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(remove, &QPushButton::clicked, this, &KeyPanel::removeKey);
    question->open();
}

void KeyPanel::removeKey()
{
    const auto id = keyId();
    if (!id)
        return;
    stopCheck();
    clearResult();
    follow(m_keeper.remove(*id), KeyWording::Action::Remove, NoticeAbout::Removal, [this] {
        m_environment.reset();
        m_states.lookAgain({m_draft});
        m_edit->setFocus(Qt::OtherFocusReason);
    });
}

void KeyPanel::moveToKeychain()
{
    const auto id = keyId();
    if (!id)
        return;
    m_notice->dismiss();
    follow(m_keeper.moveToKeychain(*id), KeyWording::Action::Keep, NoticeAbout::Moving,
        [this] { m_states.lookAgain({m_draft}); });
}

void KeyPanel::tryAgain()
{
    switch (m_noticeAbout) {
    case NoticeAbout::Check:
        m_notice->dismiss();
        pressCheck();
        return;
    case NoticeAbout::Keeping:
        keep(Profile(m_draft));
        return;
    case NoticeAbout::Moving:
        moveToKeychain();
        return;
    case NoticeAbout::Removal:
        removeKey();
        return;
    }
    Q_UNREACHABLE();
}

void KeyPanel::follow(SecretCall *call, KeyWording::Action action, NoticeAbout about,
    const std::function<void()> &done)
{
    connect(call, &SecretCall::succeeded, this, done);
    connect(call, &SecretCall::failed, this, [this, action, about](const SecretError &error) {
        showTrouble(error, action, about);
        if (about == NoticeAbout::Keeping)
            Q_EMIT keepingFailed();
    });
    connect(call, &SecretCall::finished, call, &QObject::deleteLater);
}

void KeyPanel::showTrouble(const SecretError &error, KeyWording::Action action, NoticeAbout about)
{
    const ErrorMessage message = KeyWording::message(error, action);
    const QString again = error.kind == SecretError::Kind::NoKeychain ? QString() : tr("Try again");
    const bool isKeeping = about == NoticeAbout::Keeping;
    m_noticeAbout = about;
    m_resultRow->hide();
    m_notice->present({Notice::Tone::Warning, message.headline, message.advice, message.details,
        isKeeping ? tr("Keep for this session only") : again, isKeeping ? again : QString()});
    Q_EMIT spoke();
}

KeyState KeyPanel::state() const
{
    if (m_draft.kind == ProfileKind::Practice)
        return m_states.of(m_draft);
    if (m_draft.id.isEmpty())
        return {KeyState::Kind::None};
    const KeyState state = m_states.of(m_draft);
    const bool isElsewhere = m_kept && !sendToTheSameApi(*m_kept, m_draft);
    // Nobody waits for the answer about an address that is still being typed.
    if (isElsewhere && state.kind == KeyState::Kind::Unknown)
        return {KeyState::Kind::None};
    return state;
}

std::optional<QString> KeyPanel::keyId() const
{
    return m_draft.id.isEmpty() ? std::nullopt : keyIdOf(m_draft);
}

void KeyPanel::refresh()
{
    const KeyState now = state();
    if (!now.isKept())
        m_isReplacing = false;
    m_state->setText(stateText(now));
    const bool isTrouble = now.kind == KeyState::Kind::Unreadable;
    setSign(m_stateIcon,
        isTrouble          ? IconName::TriangleAlert
            : now.isKept() ? IconName::CircleCheck
                           : IconName::Info,
        isTrouble          ? ColorToken::Warning
            : now.isKept() ? ColorToken::Success
                           : ColorToken::MutedText);
    showRow(now);
    if (m_wantsFocus && now.kind != KeyState::Kind::Unknown) {
        m_wantsFocus = false;
        focusKey();
    }
}

QString KeyPanel::stateText(const KeyState &state) const
{
    const bool isElsewhere = m_kept && baseUrlOf(m_draft) && !sendToTheSameApi(*m_kept, m_draft);
    if (state.kind == KeyState::Kind::None && isElsewhere && m_states.of(*m_kept).isKept())
        return KeyWording::forAnotherAddress(*m_kept, m_draft);
    return KeyWording::state(state, m_environment);
}

void KeyPanel::showRow(const KeyState &state)
{
    const bool isSettled =
        state.kind == KeyState::Kind::NotNeeded || state.kind == KeyState::Kind::Unknown;
    const bool showsKept = state.isKept() && !m_isReplacing;
    const bool showsField = !isSettled && !showsKept;
    m_edit->setVisible(showsField);
    m_checkButton->setVisible(showsField || showsKept);
    m_replace->setVisible(state.isKept());
    m_replace->setText(m_isReplacing ? tr("Keep old key") : tr("Replace key"));
    m_remove->setVisible(showsKept);
    m_move->setVisible(showsKept && state.kind == KeyState::Kind::ThisSession);
    m_lookAgain->setVisible(
        state.kind == KeyState::Kind::Unreadable && state.problem != SecretError::Kind::NoKeychain);
}

void KeyPanel::showSentence(const QString &sentence)
{
    m_resultRow->hide();
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
}

void KeyPanel::showLine(const QString &text, bool isAccepted)
{
    m_result->setText(text);
    m_result->setForegroundRole(isAccepted ? QPalette::WindowText : QPalette::PlaceholderText);
    m_resultIcon->setVisible(isAccepted);
    if (isAccepted)
        setSign(m_resultIcon, IconName::CircleCheck, ColorToken::Success);
    m_resultRow->show();
    Q_EMIT spoke();
}

void KeyPanel::clearResult()
{
    m_verdict = Verdict::None;
    m_typedEnvironment.reset();
    showSentence({});
    m_notice->dismiss();
}

} // namespace desk
