// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/storenotice.h"

#include "ui/parts/notice.h"

#include "profiles/profilestore.h"
#include "wording/profilefilewording.h"

#include <QVBoxLayout>

namespace desk {

StoreNotice::StoreNotice(ProfileStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_notice(new Notice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    connect(&store, &ProfileStore::problemChanged, this, &StoreNotice::refresh);
    connect(m_notice, &Notice::actionTriggered, this, [this] { m_store.save(); });
    refresh();
}

void StoreNotice::refresh()
{
    const auto &problem = m_store.problem();
    setVisible(problem.has_value());
    if (!problem) {
        m_notice->dismiss();
        return;
    }
    const ErrorMessage message = ProfileFileWording::message(*problem);
    // A damaged file was put aside and a new one is there: nothing is left to try.
    const bool isOver = problem->kind == ProfileStoreProblem::Kind::Damaged;
    m_notice->present({isOver ? Notice::Tone::Warning : Notice::Tone::Error, message.headline,
        message.advice, message.details, isOver ? QString() : tr("Try again")});
}

} // namespace desk
