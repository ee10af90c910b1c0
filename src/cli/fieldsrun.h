// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientrun.h"

#include <QPointer>

namespace desk {

//! fields, map-field and passthrough: the fields of an integration, and what is done with them.
class FieldsRun final : public ClientRun {
    Q_OBJECT

public:
    using ClientRun::ClientRun;

protected:
    void begin(KomboClient &client) override;

private:
    void list(KomboClient &client);
    void concludeList();
    void map(KomboClient &client);
    void passThrough(KomboClient &client);

    QPointer<PagedCall<IntegrationField>> m_integrationFields;
    QPointer<PagedCall<CustomField>> m_customFields;
};

} // namespace desk
