// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace desk {

/*!
 * Pictures as they came, in a folder, one file an address. Small and without state, so that copies
 * of it work in any thread, and two programs with one folder do not disturb each other.
 */
class PictureFiles {
public:
    //! An empty folder: nothing is ever there.
    explicit PictureFiles(QString folder, qsizetype largestPicture);

    struct Found {
        QByteArray bytes;
        bool isOld = false; //!< good to show, but worth asking for again
    };

    std::optional<Found> read(const QString &url) const;
    void write(const QString &url, const QByteArray &bytes) const;
    //! Removes what was not used for longest until no more than that is left.
    void trim(int mostFiles, qint64 mostBytes) const;

private:
    QString pathOf(const QString &url) const;

    QString m_folder;
    qsizetype m_largestPicture;
};

} // namespace desk
