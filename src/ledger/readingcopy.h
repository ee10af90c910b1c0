// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLockFile>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace desk {

/*!
 * A place (0700) among the temporary files for a copy of a ledger that must not be changed itself.
 * It goes with this object; what an application left that was killed is removed by sweep(), which
 * knows the living by a lock in their place.
 */
class ReadingCopy final {
public:
    //! Null if nothing can be made there.
    static std::unique_ptr<ReadingCopy> make();
    //! Removes what applications of this user left that are gone.
    static void sweep();

    //! Of the copy, in the place.
    QString path() const;

private:
    ReadingCopy();

    QTemporaryDir m_place;
    QLockFile m_lock; // goes before the place
};

} // namespace desk
