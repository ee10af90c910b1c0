// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secreterror.h"
#include "wording/keywording.h"

#include <QObject>
#include <QUuid>

namespace desk {

class HandOverCard;
class KeptLinks;

//! Keeps and forgets the magic link that the card shows, as people ask for it there.
class LinkKeeping final : public QObject {
    Q_OBJECT

public:
    //! Both must outlive it.
    LinkKeeping(KeptLinks &links, HandOverCard &card, QObject *parent = nullptr);

    //! Of which attempt the card shows the link.
    void follow(const QUuid &attempt) { m_attempt = attempt; }

private:
    void showKept(const QUuid &attempt, bool isKept);
    void showFailure(const QUuid &attempt, const SecretError &error, KeyWording::Action action);

    HandOverCard &m_card;
    QUuid m_attempt;
};

} // namespace desk
