// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientrun.h"

namespace desk {

//! enable, disable, sync and delete: change an integration, and say what was done.
class ChangeRun final : public ClientRun {
    Q_OBJECT

public:
    using ClientRun::ClientRun;

protected:
    void begin(KomboClient &client) override;

private:
    void followDone(
        ApiCall<Done> *call, const QString &sentence, const std::function<void()> &note = nullptr);
    void sync(KomboClient &client);
};

} // namespace desk
