// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QBitArray>

namespace desk {

enum class QrProblem {
    Empty,
    TooLong, //!< for the largest code there is
    Failed, //!< no memory
};

/*!
 * A QR code (ISO/IEC 18004) as a square of modules with the quiet zone that scanners need around
 * it; a value. Who can see it can read what it stands for.
 */
class QrCode {
public:
    static constexpr int quietZone = 4; // modules on each side

    static Result<QrCode, QrProblem> of(const Secret &text);

    //! Modules on a side, quiet zone included.
    int size() const { return m_size; }
    //! Counted from the upper left corner; what lies outside is light.
    bool isDark(int column, int row) const;

private:
    explicit QrCode(int size)
        : m_size(size)
        , m_dark(qsizetype{size} * size)
    {
    }

    int m_size;
    QBitArray m_dark;
};

} // namespace desk
