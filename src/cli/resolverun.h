// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientrun.h"

#include <QElapsedTimer>

namespace desk {

//! resolve: asks which integration a token stands for, and prints it.
class ResolveRun final : public ClientRun {
    Q_OBJECT

public:
    using ClientRun::ClientRun;

protected:
    void begin(KomboClient &client) override;

private:
    void take(const ResolvedIntegration &integration);

    QElapsedTimer m_sinceStart;
};

} // namespace desk
