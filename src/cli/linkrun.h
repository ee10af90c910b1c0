// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientrun.h"

#include <QDateTime>

namespace desk {

//! create-link, relink and setup-link: make a link and print it. It is checked like one that is to
//! be opened, since that is what people will do with it.
class LinkRun final : public ClientRun {
    Q_OBJECT

public:
    using ClientRun::ClientRun;

    void interrupt() override;

protected:
    void begin(KomboClient &client) override;
    void amend(Ending &ending) override;

private:
    LinkOrder order() const;
    ApiCall<CreatedLink> *ask(KomboClient &client) const;
    void take(const Secret &link);
    void tellValidity(const QDateTime &expiry);

    QDateTime m_asked;
    bool m_wasInterrupted = false;
};

} // namespace desk
