// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/handover/linkkeeping.h"

#include "ui/handover/handovercard.h"

#include "followup/keptlinks.h"

namespace desk {

LinkKeeping::LinkKeeping(KeptLinks &links, HandOverCard &card, QObject *parent)
    : QObject(parent)
    , m_card(card)
{
    card.offerKeeping(true);
    connect(&card, &HandOverCard::keepRequested, this,
        [this, &links](const Secret &link) { links.keep(m_attempt, link); });
    connect(
        &card, &HandOverCard::forgetRequested, this, [this, &links] { links.forget(m_attempt); });
    connect(
        &links, &KeptLinks::kept, this, [this](const QUuid &attempt) { showKept(attempt, true); });
    connect(&links, &KeptLinks::forgotten, this,
        [this](const QUuid &attempt) { showKept(attempt, false); });
    connect(
        &links, &KeptLinks::notKept, this, [this](const QUuid &attempt, const SecretError &error) {
            showFailure(attempt, error, KeyWording::Action::Keep);
        });
    connect(&links, &KeptLinks::notForgotten, this,
        [this](const QUuid &attempt, const SecretError &error) {
            showFailure(attempt, error, KeyWording::Action::Remove);
        });
}

void LinkKeeping::showKept(const QUuid &attempt, bool isKept)
{
    if (attempt == m_attempt)
        m_card.setKept(isKept);
}

void LinkKeeping::showFailure(
    const QUuid &attempt, const SecretError &error, KeyWording::Action action)
{
    if (attempt == m_attempt)
        m_card.showKeepingFailure(KeyWording::message(error, action));
}

} // namespace desk
