// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/draftkeeper.h"

#include "ui/form/connectform.h"

#include "drafts/draftstore.h"

#include <QScopedValueRollback>

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
    m_store.drop(profileId);
    if (profileId == m_profileId)
        m_sent = m_form.typed();
}

void DraftKeeper::keep()
{
    if (m_isFilling || m_profileId.isEmpty())
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
