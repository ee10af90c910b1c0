// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/draftkeeper.h"

#include "ui/form/connectform.h"

#include "drafts/draftstore.h"

#include <QScopedValueRollback>

#include <utility>

namespace desk {

DraftKeeper::DraftKeeper(ConnectForm &form, DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_store(store)
{
    connect(&m_form, &ConnectForm::edited, this, &DraftKeeper::keep);
}

bool DraftKeeper::follow(const Profile &profile)
{
    const ConnectForm::Rules rules{profile.originIds, profile.category, profile.language};
    if (profile.id == m_profileId) {
        m_form.setRules(rules);
        return false;
    }
    if (m_aside) {
        m_profileId = profile.id;
        m_form.setRules(rules);
        fillInstead();
        return false;
    }
    const bool isFirst = m_profileId.isEmpty();
    const ConnectDetails left = m_form.typed();
    const bool hadSomething = !isFirst && !m_form.isPristine();
    const std::optional<ConnectDetails> draft = m_store.draft(profile.id);
    m_profileId = profile.id;
    m_sent.reset();
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_form.setRules(rules);
        if (draft)
            m_form.setDetails(*draft);
        else
            m_form.reset();
    }
    if (!draft && hadSomething)
        Q_EMIT startedEmpty(left);
    return draft.has_value();
}

void DraftKeeper::settle(const QString &profileId)
{
    if (profileId.isEmpty())
        return;
    m_store.drop(profileId);
    if (m_aside && m_aside->profileId == profileId)
        m_aside->sent = m_aside->typed;
    else if (!m_aside && profileId == m_profileId)
        m_sent = m_form.typed();
}

void DraftKeeper::setAside(const ConnectDetails &instead)
{
    if (m_aside)
        return;
    m_aside = Aside{m_profileId, m_form.typed(), m_sent, instead};
    // It is a draft already; now it also survives if the program is killed.
    m_store.flush();
    fillInstead();
}

std::optional<ConnectDetails> DraftKeeper::aside() const
{
    return m_aside ? std::optional(m_aside->typed) : std::nullopt;
}

void DraftKeeper::fillInstead()
{
    if (!m_aside)
        return;
    ConnectDetails details = m_form.emptyDetails();
    details.email = m_aside->instead.email;
    details.organization = m_aside->instead.organization;
    details.originId = m_aside->instead.originId;
    m_form.setDetails(details);
}

void DraftKeeper::bringBack(const Profile &profile)
{
    if (!m_aside)
        return;
    const Aside aside = *std::exchange(m_aside, std::nullopt);
    if (profile.id != aside.profileId) {
        m_profileId.clear(); // nothing of what stands there was typed for anybody
        follow(profile);
        return;
    }
    const QScopedValueRollback filling(m_isFilling, true);
    m_form.setDetails(aside.typed);
    m_sent = aside.sent;
}

void DraftKeeper::keep()
{
    if (m_isFilling || m_aside || m_profileId.isEmpty())
        return;
    // The form also speaks up when a list of tools has come that says more about the same tool.
    if (m_sent == m_form.typed())
        return;
    m_sent.reset();
    if (m_form.isPristine())
        m_store.drop(m_profileId);
    else
        m_store.keep(m_profileId, m_form.typed());
}

} // namespace desk
