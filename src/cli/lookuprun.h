// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientrun.h"

namespace desk {

//! check-key, tools and integration: look at something without changing it.
class LookUpRun final : public ClientRun {
    Q_OBJECT

public:
    using ClientRun::ClientRun;

protected:
    void begin(KomboClient &client) override;

private:
    void checkKey(KomboClient &client);
    void listTools(KomboClient &client);
    void readIntegration(KomboClient &client);
};

} // namespace desk
