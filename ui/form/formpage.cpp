// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/formpage.h"

#include "ui/demo/masked.h"
#include "ui/duplicate/duplicatenotice.h"
#include "ui/form/connectform.h"
#include "ui/form/draftkeeper.h"
#include "ui/form/prefilldialog.h"
#include "ui/templates/savetemplatedialog.h"
#include "ui/templates/templatepicker.h"
#include "ui/theme/metrics.h"
#include "ui/tools/toolfeed.h"

#include "api/refusedfield.h"
#include "core/sampledetails.h"
#include "drafts/template.h"
#include "followup/duplicatewatch.h"
#include "recording/attemptfacts.h"
#include "wording/errorwording.h"
#include "wording/keywording.h"
#include "wording/prefillwording.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Notice::Content errorContent(const ErrorMessage &message)
{
    QStringList texts;
    if (!message.serverSays.isEmpty())
        texts.append(message.serverSays);
    texts.append(message.advice);
    return {Notice::Tone::Error, message.headline, texts.join(u'\n'), message.details, {}};
}

} // namespace

FormPage::FormPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_notice(new Notice(this))
    , m_form(new ConnectForm(this))
    , m_drafts(new DraftKeeper(*m_form, parts.drafts, this))
    , m_tools(new ToolFeed(parts.workspace, parts.tools, this))
{
    m_notice->setObjectName(u"formNotice"_s);
    m_form->setObjectName(u"connectForm"_s);
    auto *heading = new QLabel(tr("New connection"), this);
    heading->setFont(Metrics::title());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(5));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(heading);
    layout->addWidget(m_notice);
    layout->addWidget(m_form, 1);

    m_form->setPictures(&parts.pictures);
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        if (const auto action = m_message.action)
            action();
    });
    connect(m_notice, &Notice::secondActionTriggered, this, [this] {
        if (const auto action = m_message.secondAction)
            action();
    });
    connect(m_form, &ConnectForm::categoryChanged, m_tools, &ToolFeed::setCategory);
    connect(m_form, &ConnectForm::toolsWanted, m_tools, &ToolFeed::refresh);
    connect(m_form, &ConnectForm::copied, this, &FormPage::copied);
    connect(m_tools, &ToolFeed::offerChanged, this, [this] { m_form->setTools(m_tools->offer()); });
    connect(&parts.workspace, &Workspace::profileChanged, this, &FormPage::followProfile);
    connect(&parts.workspace, &Workspace::stateChanged, this, &FormPage::showMissingClient);
    connect(m_drafts, &DraftKeeper::startedEmpty, this, &FormPage::offerDetails);
    connect(m_form, &ConnectForm::submitted, this, &FormPage::submit);
    setUpDuplicates();
    followProfile();
    m_tools->setCategory(m_form->details().category);
}

void FormPage::setUpDuplicates()
{
    if (!m_parts.duplicates)
        return;
    m_duplicates = new DuplicateNotice(this);
    m_form->placeAboveSubmit(m_duplicates);
    connect(
        m_duplicates, &DuplicateNotice::reconnectRequested, this, &FormPage::reconnectRequested);
    connect(m_duplicates, &DuplicateNotice::createAnywayRequested, this, [this] {
        m_parts.duplicates->waveThrough();
        m_form->focusSubmit();
    });
    connect(m_form, &ConnectForm::edited, this,
        [this] { m_parts.duplicates->setDetails(m_form->details()); });
    connect(m_parts.duplicates, &DuplicateWatch::changed, this, &FormPage::showDuplicates);
}

void FormPage::followProfile()
{
    m_hasDraft = m_drafts->follow(m_parts.workspace.profile());
    followDuplicates();
}

void FormPage::setPracticeSince(const QDateTime &time)
{
    m_practiceSince = time;
    followDuplicates();
}

void FormPage::followDuplicates()
{
    if (!m_parts.duplicates)
        return;
    const Profile &profile = m_parts.workspace.profile();
    m_parts.duplicates->setDetails(m_form->details());
    m_parts.duplicates->setProfile(
        AttemptFacts::profileOf(profile).id, isPractice(profile) ? m_practiceSince : QDateTime());
    showDuplicates();
}

void FormPage::showDuplicates()
{
    m_duplicates->present(m_parts.duplicates->duplicates(), !m_parts.duplicates->isInTheWay(),
        QDateTime::currentDateTimeUtc());
}

void FormPage::submit(const ConnectDetails &details)
{
    if (m_parts.duplicates) {
        m_parts.duplicates->settle();
        if (m_parts.duplicates->isInTheWay()) {
            m_duplicates->focusAnswer();
            return;
        }
    }
    Q_EMIT submitted(details);
}

void FormPage::settleDraft(const QString &profileId)
{
    m_drafts->settle(profileId);
}

std::optional<Tool> FormPage::tool(const QString &id, Category category) const
{
    return m_tools->tool(id, category);
}

void FormPage::present(const Notice::Content &content, std::function<void()> action,
    std::function<void()> secondAction)
{
    m_message = {content, std::move(action), std::move(secondAction)};
    m_notice->present(content);
}

void FormPage::dismissNotice()
{
    m_message = {};
    m_notice->dismiss();
}

void FormPage::startOver()
{
    dismissNotice();
    m_form->clear();
    if (m_isDemo)
        m_drafts->fillInstead();
}

void FormPage::setDemo(bool on)
{
    if (std::exchange(m_isDemo, on) == on)
        return;
    if (on)
        beginDemo();
    else
        endDemo();
}

void FormPage::beginDemo()
{
    m_form->setMasked(true);
    if (!m_notice->isHidden())
        m_messageBeforeDemo = m_message;
    m_notice->setFilter([this](const QString &text) { return masked(text); });
    if (m_duplicates)
        m_duplicates->setFilter([this](const QString &text) { return masked(text); });
    // What has happened before is nobody's business; that there is no key still is.
    if (!m_message.isAboutClient)
        dismissNotice();
    m_drafts->setAside(sampleDetails());
}

void FormPage::endDemo()
{
    const std::optional<Message> before = std::exchange(m_messageBeforeDemo, std::nullopt);
    const Profile &profile = m_parts.workspace.profile();
    const bool isSameProfile = m_drafts->profileOfAside() == profile.id;
    dismissNotice();
    m_notice->setFilter(nullptr);
    if (m_duplicates)
        m_duplicates->setFilter(nullptr);
    m_drafts->bringBack(profile);
    m_form->setMasked(false);
    showMissingClient();
    if (before && !before->isAboutClient && !m_message.isAboutClient && isSameProfile)
        present(before->content, before->action, before->secondAction);
}

QString FormPage::masked(const QString &text) const
{
    QStringList ids;
    for (const ConnectDetails &details :
        {m_form->typed(), m_drafts->aside().value_or(ConnectDetails())}) {
        const QString originId = details.originId.value_or(QString());
        if (!Masked::isHarmless(Masked::Kind::OriginId, originId))
            ids.append(originId);
        ids.append(details.scopeConfigId.value_or(QString()));
    }
    return Masked::text(text, ids);
}

void FormPage::showFailure(const ApiError &error)
{
    const ErrorMessage message = ErrorWording::message(error);
    Notice::Content content = errorContent(message);
    const ProfileKind kind = m_parts.workspace.profile().kind;
    const bool needsKey = error.kind == ApiError::Kind::Unauthorized
        && (kind == ProfileKind::Development || kind == ProfileKind::Production);
    if (needsKey)
        content.action = tr("Replace API key…");
    //: Opens the page of Kombo's dashboard that tells more about an error
    (needsKey ? content.secondAction : content.action) =
        error.logUrl.isEmpty() ? QString() : tr("Open log");
    const std::function<void()> openLog = [url = error.logUrl] { QDesktopServices::openUrl(url); };
    const std::function<void()> wantKey = [this] { Q_EMIT keyWanted(); };
    present(content, needsKey ? wantKey : openLog, openLog);
    if (const std::optional<DetailsField> field = refusedField(error))
        m_form->refuse(*field, m_isDemo ? masked(message.serverSays) : message.serverSays);
}

void FormPage::showFailure(const LinkError &error)
{
    present(errorContent(ErrorWording::message(error)));
}

void FormPage::showFailureOf(const QString &profileName, const ErrorMessage &message)
{
    Notice::Content content = errorContent(message);
    //: Names the profile that an error is about: %1 is its name, %2 the error
    content.headline = tr("%1: %2").arg(profileName, content.headline);
    present(content);
}

void FormPage::showMissingClient()
{
    switch (m_parts.workspace.state()) {
    case Workspace::State::NoKey:
        present({Notice::Tone::Information, tr("This profile has no API key"),
                    tr("Enter it once; it is kept in the keychain of this computer."), {},
                    tr("Enter API key…")},
            [this] { Q_EMIT keyWanted(); });
        break;
    case Workspace::State::KeyUnreadable: {
        Notice::Content content = errorContent(
            KeyWording::message(*m_parts.workspace.keyError(), KeyWording::Action::Read));
        content.tone = Notice::Tone::Warning;
        content.action = tr("Enter API key…");
        present(content, [this] { Q_EMIT keyWanted(); });
        break;
    }
    case Workspace::State::NoPractice:
        present({Notice::Tone::Error, tr("There is nobody to ask for a link"),
                    m_parts.workspace.practiceProblem(), {}, tr("Try again")},
            [this] { m_parts.workspace.prepareAgain(); });
        break;
    case Workspace::State::Resting:
    case Workspace::State::ReadingKey:
    case Workspace::State::Ready:
        if (m_message.isAboutClient)
            dismissNotice();
        return;
    }
    m_message.isAboutClient = true;
}

void FormPage::offerDetails(const ConnectDetails &left)
{
    Notice::Content content;
    //: %1 is the name of a profile
    content.headline = tr("The form of %1 is empty").arg(m_parts.workspace.profile().name);
    content.text = tr("What you had typed is kept with the profile you came from.");
    content.action = tr("Use the same details here");
    present(content, [this, left] {
        dismissNotice();
        m_form->setDetails(left);
    });
}

void FormPage::fill(const ConnectDetails &details, const QString &what)
{
    const ConnectDetails before = m_form->typed();
    const bool wasPristine = m_form->isPristine();
    m_form->setDetails(details);
    m_form->focusFirstField();
    if (wasPristine) {
        dismissNotice();
        return;
    }
    present({Notice::Tone::Information, what, {}, {}, tr("Undo")}, [this, before] {
        dismissNotice();
        m_form->setDetails(before);
    });
}

void FormPage::beginWith(const Prefill &prefill)
{
    fill(prefill.applyTo(m_form->emptyDetails()), tr("Filled in from the command line"));
}

void FormPage::beginWith(const ConnectDetails &details, const QString &organization)
{
    //: %1 is the name of an organization
    fill(details, tr("Filled in from the history of %1").arg(organization));
}

void FormPage::openTemplates()
{
    auto *picker = new TemplatePicker(m_parts.templates, window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &TemplatePicker::chosen, this, [this](const Template &chosen) {
        //: %1 is the name of a template
        fill(opened(chosen, m_form->typed()), tr("Filled in from %1").arg(chosen.name));
    });
    connect(picker, &TemplatePicker::saveRequested, this, &FormPage::saveTemplate);
    picker->open();
}

void FormPage::saveTemplate()
{
    auto *dialog = new SaveTemplateDialog(m_parts.templates, m_form->typed(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveTemplateDialog::saved, this, [this](const Template &saved) {
        //: %1 is the name of a template
        present({Notice::Tone::Success, tr("Saved as template %1").arg(saved.name),
            tr("Ctrl+T and Return open it again."), {}, {}});
    });
    dialog->open();
}

void FormPage::offer(const QString &address)
{
    const Result<PrefillAddress, PrefillProblem> read = PrefillAddress::read(address);
    if (!read) {
        present({Notice::Tone::Warning, tr("The address fills nothing in"),
            PrefillWording::sentence(read.error()), {}, {}});
        return;
    }
    auto *dialog = new PrefillDialog(*read, m_form->typed(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrefillDialog::filled, this, [this](const Prefill &prefill) {
        fill(prefill.applyTo(m_form->typed()), tr("Filled in from the address"));
    });
    dialog->open();
}

} // namespace desk
