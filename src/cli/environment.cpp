// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "environment.h"

#include "core/redactor.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

Environment::Environment(std::optional<ApiAccess> adHoc, Redactor &redactor)
    : m_adHoc(std::move(adHoc))
    , m_redactor(redactor)
{
}

Environment::~Environment() = default;

Result<ApiAccess, Failure> Environment::open(quint16 port, const PracticeOptions &options)
{
    if (m_adHoc) {
        m_redactor.addSecret(m_adHoc->apiKey);
        return *m_adHoc;
    }
    m_server = std::make_unique<PracticeServer>();
    Result<ApiAccess, QString> access = m_server->start(port, options);
    if (!access)
        return Unexpected{plainFailure(ExitCode::Other, u"practice"_s, access.error())};
    m_redactor.addSecret(access->apiKey);
    return *access;
}

} // namespace desk
