// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/integrationpage.h"

#include "ui/demo/masked.h"
#include "ui/integration/careactions.h"
#include "ui/integration/carenotice.h"
#include "ui/integration/deleteintegrationdialog.h"
#include "ui/integration/integrationvalues.h"
#include "ui/integration/linkoptionsdialog.h"
#include "ui/integration/liveline.h"
#include "ui/integration/scopepanel.h"
#include "ui/integration/standingview.h"
#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/profile/profilebadge.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "core/redactor.h"
#include "wording/errorwording.h"
#include "wording/integrationwording.h"
#include "wording/sessionwording.h"
#include "wording/supporttext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Action = IntegrationCare::Action;
using Presence = IntegrationCare::Presence;
using Standing = IntegrationWording::Standing;

std::pair<IconName, ColorToken> signOf(Standing::Tone tone)
{
    switch (tone) {
    case Standing::Tone::Good:
        return {IconName::CircleCheck, ColorToken::Success};
    case Standing::Tone::Waiting:
        return {IconName::TriangleAlert, ColorToken::Warning};
    case Standing::Tone::Trouble:
        return {IconName::CircleAlert, ColorToken::Danger};
    case Standing::Tone::Off:
        return {IconName::CircleX, ColorToken::MutedText};
    case Standing::Tone::Unknown:
        return {IconName::CircleHelp, ColorToken::Warning};
    }
    Q_UNREACHABLE();
}

Mismatch masked(Mismatch mismatch)
{
    if (mismatch.value == ComparedValue::Organization)
        return mismatch;
    Masked::Kind kind = Masked::Kind::OtherId;
    if (mismatch.value == ComparedValue::Email)
        kind = Masked::Kind::Email;
    else if (mismatch.value == ComparedValue::OriginId)
        kind = Masked::Kind::OriginId;
    mismatch.asked = Masked::value(kind, mismatch.asked);
    mismatch.found = Masked::value(kind, mismatch.found);
    return mismatch;
}

QString jsonOf(const IntegrationDetails &details)
{
    // Extra properties are unknown ones, so nobody knows that none of them is a token.
    return Redactor::withoutPatterns(QString::fromUtf8(QJsonDocument(details.data).toJson()));
}

} // namespace

IntegrationPage::IntegrationPage(QWidget *parent)
    : QWidget(parent)
    , m_state(new StatePanel(this))
{
    m_state->setObjectName(u"integrationState"_s);
    m_content = makeContent();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_content, 1);
    connect(m_state, &StatePanel::actionTriggered, this, [this] {
        if (m_care)
            m_care->refresh();
    });
    connect(m_state, &StatePanel::secondActionTriggered, this, &IntegrationPage::backRequested);
    setJsonShown(false);
    render();
}

IntegrationPage::~IntegrationPage() = default;

QWidget *IntegrationPage::makeContent()
{
    auto *content = new QWidget(this);
    m_standing = new StandingView(content);
    m_live = new LiveLine(content);
    m_mismatchNotice = new Notice(content);
    m_mismatchNotice->setObjectName(u"mismatchNotice"_s);
    m_careNotice = new CareNotice(content);
    m_values = new IntegrationValues(content);
    // Made in the order in which Tab goes through them.
    QWidget *buttons = makeButtons(content);
    m_actions = new CareActions(content);
    m_scopes = new ScopePanel(content);
    m_jsonToggle = new QPushButton(tr("JSON"), content);
    m_jsonToggle->setObjectName(u"jsonToggle"_s);
    m_jsonToggle->setCheckable(true);
    m_jsonToggle->setProperty("emphasis", u"quiet"_s);
    m_jsonToggle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_json = new QPlainTextEdit(content);
    m_json->setObjectName(u"jsonView"_s);
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setAccessibleName(m_jsonToggle->text());
    m_json->setFont(Metrics::monospace());
    m_json->setMinimumHeight(Metrics::space(40));

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(3));
    for (QWidget *part : std::initializer_list<QWidget *>{m_standing, m_live, m_mismatchNotice,
             m_careNotice, m_values, buttons, m_actions, m_scopes, m_jsonToggle, m_json})
        layout->addWidget(part);
    layout->addStretch();
    connectActions();
    return content;
}

QWidget *IntegrationPage::makeButtons(QWidget *parent)
{
    auto *box = new QWidget(parent);
    m_newConnection = new QPushButton(tr("New connection"), box);
    m_newConnection->setObjectName(u"newConnectionButton"_s);
    m_back = new QPushButton(tr("Back to the form"), box);
    m_back->setObjectName(u"backButton"_s);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_newConnection);
    layout->addWidget(m_back);
    layout->addStretch();
    connect(m_newConnection, &QPushButton::clicked, this, &IntegrationPage::newConnectionRequested);
    connect(m_back, &QPushButton::clicked, this, &IntegrationPage::backRequested);
    return box;
}

void IntegrationPage::connectActions()
{
    connect(m_standing, &StandingView::nextStepTriggered, this, &IntegrationPage::takeNextStep);
    connect(m_standing, &StandingView::refreshRequested, this, [this] {
        if (m_care)
            m_care->refresh();
    });
    connect(m_live, &LiveLine::watchToggled, this, &IntegrationPage::toggleWatch);
    connect(m_live, &LiveLine::ticked, this, &IntegrationPage::noteTime);
    connect(m_values, &IntegrationValues::copied, this, &IntegrationPage::copied);
    connect(m_mismatchNotice, &Notice::actionTriggered, this, &IntegrationPage::acknowledged);
    connect(m_jsonToggle, &QPushButton::toggled, this, &IntegrationPage::setJsonShown);
    connect(m_actions, &CareActions::reconnectRequested, this, &IntegrationPage::askToReconnect);
    connect(m_actions, &CareActions::setupFlowRequested, this, &IntegrationPage::askToOpenSetup);
    connect(m_actions, &CareActions::deletionRequested, this, &IntegrationPage::askToDelete);
    connect(m_actions, &CareActions::copyRequested, this, &IntegrationPage::copyForSupport);
    connect(m_actions, &CareActions::pauseRequested, this, [this] {
        if (m_care)
            m_care->pause();
    });
    connect(m_actions, &CareActions::resumeRequested, this, [this] {
        if (m_care)
            m_care->resume();
    });
    connect(m_actions, &CareActions::syncRequested, this, [this](SyncType type) {
        if (m_care)
            m_care->syncNow(type);
    });
}

void IntegrationPage::present(
    const ResolvedIntegration &integration, const QList<Mismatch> &mismatches)
{
    if (m_care && m_care->integrationId() != integration.id)
        letGo();
    m_resolved = integration;
    m_mismatches = mismatches;
    m_isAcknowledged = false;
    m_careNotice->dismiss();
    showMismatches();
    if (m_care) {
        // It may have been paused, broken or set up in the meantime.
        m_care->refresh();
        startWatch();
    }
    render();
}

void IntegrationPage::showAcknowledged()
{
    m_isAcknowledged = true;
    showMismatches();
    render();
    focusFirstAction();
}

void IntegrationPage::showMismatches()
{
    if (m_mismatches.isEmpty()) {
        m_mismatchNotice->dismiss();
        return;
    }
    QStringList sentences;
    for (const Mismatch &mismatch : std::as_const(m_mismatches))
        sentences.append(SessionWording::sentence(m_isMasked ? masked(mismatch) : mismatch));
    const QString text = sentences.join(u'\n');
    if (m_isAcknowledged) {
        m_mismatchNotice->present(
            {Notice::Tone::Warning, tr("Difference acknowledged"), text, {}, {}});
    } else {
        m_mismatchNotice->present({Notice::Tone::Error,
            tr("This may be somebody else’s integration"), text, {}, tr("Acknowledge difference")});
    }
}

void IntegrationPage::follow(IntegrationCare *care, const ProfileTag &profile)
{
    letGo();
    m_profile = profile;
    if (m_resolved && care && care->integrationId() != m_resolved->id) {
        m_resolved.reset();
        m_mismatches.clear();
        showMismatches();
    }
    if (care)
        connectCare(*care);
    render();
}

void IntegrationPage::connectCare(IntegrationCare &care)
{
    m_care = &care;
    m_watch = std::make_unique<SetupWatch>(care, m_pace);
    m_watch->setShown(isVisible());
    connect(m_watch.get(), &SetupWatch::setupChanged, this,
        [this](const SetupState &from, const SetupState &to) {
            Q_EMIT setupChanged(organization(), from, to);
        });
    connect(&care, &IntegrationCare::changed, this, &IntegrationPage::render);
    connect(&care, &IntegrationCare::actionSucceeded, this, &IntegrationPage::takeSuccess);
    connect(&care, &QObject::destroyed, this, &IntegrationPage::render);
    m_live->follow(&care, m_watch.get());
    m_careNotice->follow(&care);
    if (care.details())
        startWatch();
    else
        care.refresh();
}

void IntegrationPage::letGo()
{
    if (m_care)
        m_care->disconnect(this);
    m_live->follow(nullptr, nullptr);
    m_careNotice->follow(nullptr);
    m_care = nullptr;
    if (!m_watch)
        return;
    // It may be in the middle of telling of a change that made somebody follow another one.
    m_watch->disconnect();
    m_watch->stop();
    m_watch.release()->deleteLater();
}

void IntegrationPage::startWatch()
{
    if (m_watch && !m_watch->isActive() && m_care && m_care->details()
        && !setupStateOf(*m_care->details()).isComplete())
        m_watch->start();
}

void IntegrationPage::takeSuccess(Action action)
{
    if (action == Action::Delete)
        Q_EMIT deleted(integrationId());
    // Whoever stopped it, or waited for an hour, does not want it back unasked.
    const bool isWelcome = m_watch
        && (m_watch->end() == SetupWatch::End::NotEnded
            || m_watch->end() == SetupWatch::End::Complete);
    if (action == Action::Read && isWelcome)
        startWatch();
}

void IntegrationPage::showFailure(const ErrorMessage &message)
{
    m_careNotice->showFailure(message);
}

void IntegrationPage::setFlowOpen(bool open)
{
    m_isFlowOpen = open;
    render();
}

Presence IntegrationPage::presence() const
{
    return m_care ? m_care->presence() : Presence::NotRead;
}

const IntegrationDetails *IntegrationPage::details() const
{
    return m_care && m_care->details() ? &*m_care->details() : nullptr;
}

QString IntegrationPage::integrationId() const
{
    if (m_care)
        return m_care->integrationId();
    return m_resolved ? m_resolved->id : QString();
}

QString IntegrationPage::organization() const
{
    if (details())
        return details()->organization;
    return m_resolved ? m_resolved->organization : QString();
}

void IntegrationPage::render()
{
    m_state->setVisible(!isKnown());
    m_content->setVisible(isKnown());
    if (!isKnown()) {
        renderState();
        return;
    }
    renderStanding();
    renderDetails();
    renderActions();
}

void IntegrationPage::renderState()
{
    if (presence() == Presence::Missing) {
        const Standing missing = IntegrationWording::missing();
        m_state->present({IconName::CircleHelp, ColorToken::Warning, missing.headline,
            missing.advice, asShown(integrationId()), tr("Read again"), tr("Back to the form")});
        return;
    }
    const auto error = m_care ? m_care->error(Action::Read) : std::nullopt;
    if (error) {
        const ErrorMessage message = ErrorWording::message(*error);
        m_state->present({IconName::TriangleAlert, ColorToken::Warning, asShown(message.headline),
            asShown(message.advice), asShown(ErrorWording::detailsWithLog(message, *error)),
            tr("Read again"), tr("Back to the form")});
        return;
    }
    const QString wait = m_live->waitText();
    m_state->present({IconName::Info, {}, m_care ? tr("Reading the integration…") : QString(),
        wait.isEmpty() ? asShown(integrationId()) : wait, {}, {}, tr("Back to the form")});
}

void IntegrationPage::renderStanding()
{
    const IntegrationDetails *read = details();
    Standing standing = read ? IntegrationWording::standing(read->status, read->setupStatus)
                             : IntegrationWording::standing({}, m_resolved->setupStatus);
    if (presence() == Presence::Deleted)
        standing = IntegrationWording::deleted();
    else if (presence() == Presence::Missing)
        standing = IntegrationWording::missing();
    else if (!isReviewed())
        standing = {Standing::Tone::Trouble,
            SessionWording::outcome(ConnectSession::Outcome::NeedsReview), {}};

    const auto [sign, ink] = signOf(standing.tone);
    StandingView::Content content{sign, ink, standing.headline,
        read ? IntegrationWording::kind(*read) : QString(), standing.advice, {}};
    content.nextStep = labelOf(nextStep());
    content.isNextStepEnabled =
        nextStep() == NextStep::Resume ? m_care && m_care->canStart(Action::Resume) : !m_isFlowOpen;
    content.canBeRead = m_care && presence() != Presence::Deleted;
    content.isReadEnabled = m_care && m_care->canStart(Action::Read);
    m_standing->present(content);
}

// The one step that helps; without one, the next client is the next step.
IntegrationPage::NextStep IntegrationPage::nextStep() const
{
    const IntegrationDetails *read = details();
    if (!read || !isReviewed() || presence() != Presence::Present)
        return NextStep::None;
    if (read->status == "INVALID"_L1)
        return NextStep::Reconnect;
    if (read->status == "INACTIVE"_L1)
        return NextStep::Resume;
    const bool isOpen = read->status == "ACTIVE"_L1 && read->setupStatus == "INCOMPLETE"_L1;
    return isOpen ? NextStep::OpenSetup : NextStep::None;
}

QString IntegrationPage::labelOf(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::Reconnect:
        return tr("Reconnect…");
    case NextStep::OpenSetup:
        return tr("Open setup flow…");
    case NextStep::Resume:
        return tr("Resume");
    }
    Q_UNREACHABLE();
}

void IntegrationPage::renderActions()
{
    m_actions->setVisible(m_care && presence() != Presence::Deleted);
    m_actions->present(m_care, m_isFlowOpen);
    const bool isPrimary = nextStep() == NextStep::None && isReviewed();
    m_newConnection->setProperty("emphasis", isPrimary ? u"primary"_s : QString());
    m_newConnection->update();
}

void IntegrationPage::renderDetails()
{
    m_values->present(m_resolved ? &*m_resolved : nullptr, details());
    m_scopes->setVisible(details());
    if (details()) {
        m_scopes->present(*details());
        setJson(jsonOf(*details()));
    } else {
        setJson(m_resolved->json);
    }
}

void IntegrationPage::setJson(const QString &json)
{
    // Whoever has selected something in it keeps that.
    if (m_json->toPlainText() != json)
        m_json->setPlainText(json);
}

void IntegrationPage::noteTime()
{
    if (!isKnown())
        renderState();
    else if (details())
        m_values->presentTimes(*details());
}

void IntegrationPage::toggleWatch()
{
    if (!m_watch)
        return;
    if (m_watch->isActive()) {
        m_watch->stop();
        return;
    }
    m_watch->start();
    m_care->refresh();
}

void IntegrationPage::askToReconnect()
{
    auto *dialog =
        new LinkOptionsDialog(LinkOrder::Kind::Reconnection, organization(), m_language, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const Reconnection order{integrationId(), organization(), {}};
    connect(dialog, &QDialog::accepted, this, [this, dialog, order] {
        Reconnection asked = order;
        asked.options = dialog->reconnectionOptions();
        guarded(GuardedAction::Reconnect, asked.organization,
            [this, asked] { Q_EMIT reconnectRequested(asked); });
    });
    dialog->open();
}

void IntegrationPage::askToOpenSetup()
{
    auto *dialog = new LinkOptionsDialog(LinkOrder::Kind::Setup, organization(), m_language, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const SetupVisit order{integrationId(), organization(), {}};
    connect(dialog, &QDialog::accepted, this, [this, dialog, order] {
        SetupVisit asked = order;
        asked.options = dialog->setupOptions();
        guarded(GuardedAction::OpenSetup, asked.organization,
            [this, asked] { Q_EMIT setupFlowRequested(asked); });
    });
    dialog->open();
}

void IntegrationPage::guarded(
    GuardedAction action, const QString &organization, const std::function<void()> &proceed)
{
    if (!m_guard) {
        proceed();
        return;
    }
    // The question may be answered when the page is gone.
    m_guard(action, organization, [self = QPointer<IntegrationPage>(this), proceed] {
        if (self)
            proceed();
    });
}

void IntegrationPage::askToDelete()
{
    auto *dialog = new DeleteIntegrationDialog(
        {integrationId(), organization(), ProfileBadge::word(m_profile.kind), m_profile.name,
            m_isMasked},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The page may show another integration by the time it is answered.
    connect(dialog, &QDialog::accepted, this, [care = m_care] {
        if (care)
            care->remove();
    });
    dialog->open();
}

void IntegrationPage::takeNextStep()
{
    switch (nextStep()) {
    case NextStep::None:
        return;
    case NextStep::Reconnect:
        askToReconnect();
        return;
    case NextStep::OpenSetup:
        askToOpenSetup();
        return;
    case NextStep::Resume:
        if (m_care)
            m_care->resume();
        return;
    }
}

void IntegrationPage::copyForSupport()
{
    SupportFacts facts;
    facts.integrationId = integrationId();
    facts.resolved = m_resolved;
    if (m_care) {
        facts.details = m_care->details();
        facts.readAt = m_care->readAt();
        facts.lastError = m_care->lastError();
    }
    facts.profile = m_profile.name;
    facts.environment = ProfileBadge::word(m_profile.kind);
    facts.versions = m_versions;
    QGuiApplication::clipboard()->setText(supportText(facts));
    Q_EMIT copied(tr("Text for support"));
}

bool IntegrationPage::isJsonShown() const
{
    return m_jsonToggle->isChecked();
}

void IntegrationPage::setJsonShown(bool shown)
{
    m_jsonToggle->setChecked(shown);
    m_jsonToggle->setIcon(
        icon(shown && !m_isMasked ? IconName::ChevronDown : IconName::ChevronRight));
    m_json->setVisible(shown && !m_isMasked);
}

void IntegrationPage::setMasked(bool masked)
{
    m_isMasked = masked;
    const QString why = masked ? tr("Hidden while demo mode is on") : QString();
    m_jsonToggle->setEnabled(!masked);
    m_jsonToggle->setToolTip(why);
    m_jsonToggle->setAccessibleDescription(why);
    setJsonShown(isJsonShown());
    m_values->setMasked(masked);
    m_careNotice->setFilter(
        masked ? Notice::Filter([this](const QString &text) { return asShown(text); }) : nullptr);
    if (!m_mismatchNotice->isHidden())
        showMismatches();
    render();
}

QString IntegrationPage::asShown(const QString &text) const
{
    if (!m_isMasked)
        return text;
    QStringList ids{integrationId()};
    const auto add = [&ids](const std::optional<QString> &originId) {
        if (originId && !Masked::isHarmless(Masked::Kind::OriginId, *originId))
            ids.append(*originId);
    };
    if (m_resolved)
        add(m_resolved->originId);
    if (const IntegrationDetails *read = details()) {
        add(read->originId);
        ids.append(read->scopeConfigId);
    }
    return Masked::text(text, ids);
}

void IntegrationPage::focusFirstAction()
{
    if (!m_standing->focusNextStep())
        m_newConnection->setFocus(Qt::OtherFocusReason);
}

void IntegrationPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_watch)
        m_watch->setShown(true);
}

void IntegrationPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_watch)
        m_watch->setShown(false);
}

} // namespace desk
