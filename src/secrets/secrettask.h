// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secretcall.h"

namespace desk {

class Redactor;

/*!
 * The side of a call that a store sees. The first of succeed() and fail() counts, later ones are
 * ignored; either may be called at any time, for what follows is told from the event loop. A secret
 * that passes here is known to the redactor from then on, and an error's detail is cut to one line
 * of bounded length without any secret that the redactor knows. The redactor must outlive it.
 */
class SecretTask final : public SecretRead {
    Q_OBJECT

public:
    //! Longer details are cut.
    static constexpr qsizetype longestDetail = 300;

    SecretTask(Redactor &redactor, QObject *parent);

    //! The outcome is there, though perhaps not told yet.
    bool isSettled() const { return m_isSettled; }
    //! The value is for reads.
    void succeed(std::optional<Secret> value = std::nullopt);
    void fail(const SecretError &error);

private:
    void settle();
    void announce();

    Redactor &m_redactor;
    bool m_isSettled = false;
    std::optional<SecretError> m_error;
};

} // namespace desk
