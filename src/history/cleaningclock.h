// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>

namespace desk {

/*!
 * Whether the computer's clock is to be believed when it says what is old enough to be deleted: one
 * that is years ahead for a moment would empty the ledger. A leap, either way, since the last
 * cleaning counts once another cleaning, a day later or more, says the same; who is here every
 * other week has it cleaned every other time. What was seen is remembered in a file beside the
 * ledger.
 */
class CleaningClock final {
public:
    //! More than that since the last cleaning is a leap.
    static constexpr int leapDays = 7;
    static constexpr int settlingDays = 1;
    //! Who is away for longer between two cleanings waits once more.
    static constexpr int longestAbsenceDays = 366;

    //! The folder is that of openLedger().
    explicit CleaningClock(const QString &folder);

    //! Remembers now. newest is the latest time that the ledger knows of, which counts where no
    //! cleaning is remembered; invalid if it is empty.
    bool believes(const QDateTime &now, const QDateTime &newest);

private:
    struct Memory {
        QDateTime believed;
        QDateTime doubted; //!< the first of a leap; invalid if there was none
    };

    Memory read() const;
    void write(const Memory &memory) const;

    QString m_file;
};

} // namespace desk
