// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profileeditor.h"

#include "ui/parts/notice.h"
#include "ui/profile/keypanel.h"
#include "ui/profile/profileform.h"
#include "ui/theme/metrics.h"

#include "profiles/profilecheck.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"
#include "wording/profilewording.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ProfileEditor::ProfileEditor(ProfileStore &store, SecretKeeper &keeper,
    const std::optional<Profile> &profile, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_isNew(!profile || profile->id.isEmpty())
    , m_key(new KeyPanel(keeper, this))
    , m_form(new ProfileForm(m_key, this))
    , m_notice(new Notice(this))
{
    setObjectName(u"profileEditor"_s);
    //: The title of a dialog; %1 is the name of a profile
    setWindowTitle(m_isNew ? tr("New profile") : tr("Profile %1").arg(profile->name));
    if (!m_isNew)
        m_kept = profile;
    m_notice->setObjectName(u"editorNotice"_s);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    column->addWidget(m_notice);
    column->addWidget(m_form);
    auto *scroll = new QScrollArea(this);
    m_scroll = scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeButtons());

    m_form->setOthers(store.profiles().profiles());
    m_form->setProfile(profile.value_or(Profile()));
    m_key->present(m_form->draft(), m_kept);
    connect(m_form, &ProfileForm::edited, this, &ProfileEditor::noteEdit);
    connect(m_key, &KeyPanel::judged, this, &ProfileEditor::store);
    connect(m_key, &KeyPanel::kept, this, &QDialog::accept);
    connect(m_key, &KeyPanel::keepingFailed, this, [this] { setSaving(false); });
    connect(m_key, &KeyPanel::spoke, this, [this] { reveal(m_key); });
    connect(qApp, &QApplication::focusChanged, this, [this, page](QWidget *, QWidget *now) {
        if (now && page->isAncestorOf(now))
            reveal(now);
    });
    connect(&store, &ProfileStore::changed, this,
        [this] { m_form->setOthers(m_store.profiles().profiles()); });
    connect(&store, &ProfileStore::changedElsewhere, this, &ProfileEditor::followStore);
    connect(m_notice, &Notice::actionTriggered, this, &ProfileEditor::saveAsNew);
    m_form->focusFirstField();
    resize(Metrics::space(125),
        std::min(sizeHint().height() + page->sizeHint().height(),
            screen()->availableGeometry().height() * 9 / 10));
}

QWidget *ProfileEditor::makeButtons()
{
    auto *row = new QWidget(this);
    m_save = new QPushButton(tr("Checking key…"), row);
    m_save->setObjectName(u"saveButton"_s);
    m_save->setProperty("emphasis", u"primary"_s);
    m_save->setDefault(true);
    m_save->setMinimumWidth(m_save->sizeHint().width());
    m_save->setText(tr("Save profile"));
    m_cancel = new QPushButton(tr("Cancel"), row);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(3), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(2));
    layout->addStretch();
    layout->addWidget(m_cancel);
    layout->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &ProfileEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

// In a low window what is said may stand below the edge. Laid out first, then looked for.
void ProfileEditor::reveal(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget); });
}

void ProfileEditor::focusKey()
{
    m_key->focusKey();
}

void ProfileEditor::done(int result)
{
    m_key->stopWaiting();
    if (std::exchange(m_wasStored, false))
        Q_EMIT saved(m_kept->id);
    QDialog::done(result);
}

void ProfileEditor::save()
{
    m_notice->dismiss();
    if (!m_form->check())
        return;
    setSaving(true);
    m_key->judge();
}

void ProfileEditor::store(bool mayKeepKey)
{
    if (!mayKeepKey) {
        setSaving(false);
        return;
    }
    const Profile draft = m_form->draft();
    const auto stored = m_kept ? m_store.edit(draft) : m_store.create(draft);
    if (!stored) {
        setSaving(false);
        presentErrors(stored.error());
        return;
    }
    m_kept = *stored;
    m_wasStored = true;
    //: The profile is saved already; what is left is its key
    m_cancel->setText(tr("Close"));
    m_form->setProfile(*stored);
    m_key->present(*stored, stored.value());
    m_key->keep(*stored);
}

void ProfileEditor::presentErrors(const QList<ProfileError> &errors)
{
    m_form->present(errors);
    const auto whole = errorOf(ProfileError::Field::Whole, errors);
    if (!whole)
        return;
    const bool isGone = whole->problem == ProfileError::Problem::NotFound;
    m_notice->present({Notice::Tone::Error, tr("The profile was not saved"),
        ProfileWording::sentence(*whole), {}, isGone ? tr("Save as new profile") : QString()});
}

void ProfileEditor::saveAsNew()
{
    Profile draft = m_form->draft();
    draft.id.clear();
    m_kept.reset();
    m_form->setProfile(draft);
    save();
}

void ProfileEditor::noteEdit()
{
    m_key->present(m_form->draft(), m_kept);
}

void ProfileEditor::followStore()
{
    if (!m_kept)
        return;
    const auto now = m_store.profiles().byId(m_kept->id);
    if (now == m_kept)
        return;
    m_notice->present({Notice::Tone::Warning,
        now ? tr("This profile was changed in another window")
            : tr("This profile was deleted in another window"),
        now ? tr("Saving replaces what was entered there.")
            : tr("What stands here can be saved as a new profile."),
        {}, now ? QString() : tr("Save as new profile")});
}

void ProfileEditor::setSaving(bool isSaving)
{
    m_save->setEnabled(!isSaving);
    m_save->setText(!isSaving      ? tr("Save profile")
            : m_key->hasTypedKey() ? tr("Checking key…")
                                   : tr("Saving…"));
}

} // namespace desk
