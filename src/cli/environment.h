// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"

#include "core/apiaccess.h"
#include "core/result.h"
#include "practice/practiceserver.h"

#include <memory>
#include <optional>

namespace desk {

class Redactor;

/*!
 * The Kombo environment that a verb works in: the ad-hoc profile it was given, or else a practice
 * server of its own, which lives as long as this object.
 */
class Environment {
public:
    Environment(std::optional<ApiAccess> adHoc, Redactor &redactor);
    ~Environment();

    bool isPractice() const { return !m_adHoc.has_value(); }

    //! Called once; from then on the redactor knows the key. The rest is for practice; port 0: any.
    Result<ApiAccess, Failure> open(quint16 port = 0, const PracticeOptions &options = {});

private:
    std::optional<ApiAccess> m_adHoc;
    Redactor &m_redactor;
    std::unique_ptr<PracticeServer> m_server;
};

} // namespace desk
