// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "csvdialect.h"

#include "core/connectdetails.h"
#include "core/result.h"
#include "core/secret.h"
#include "ledger/batchledger.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QList>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

//! As it stands in the file with the links and in reports: "done", "not_known".
QString batchStatusName(BatchRowStatus status);

//! Why the file with the links cannot be written or must not be.
struct BatchOutputProblem {
    Q_GADGET
public:
    enum class Kind {
        NoFolder, //!< the folder of the file is not there
        NotAFile, //!< something else stands there
        Exists, //!< and is not of this batch
        PartialExists, //!< with links of another batch, or as a file of somebody else
        InUse, //!< by another run
        CannotWrite,
        DiskFull,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::CannotWrite;
    QString file;
    QString systemText; //!< may be empty
};

//! One row of the file with the links.
struct BatchOutputRow {
    int number = 0;
    ConnectDetails details;
    BatchRowStatus status = BatchRowStatus::Planned;
    QString error;
};

//! A row that has come to its link.
struct BatchOutputLink {
    BatchOutputRow row;
    Secret link;
    QDateTime expiresAt;
};

//! What stands of a row in the file while its link stays there.
struct BatchLine {
    QDateTime expiresAt;
    LinkType linkType = LinkType::MagicLink;
};

/*!
 * The file with the links, which is the only place where they are. While a run is at work links
 * are appended to a journal beside it, FILE.partial, and on the disk when append() returns; the end
 * writes FILE whole and at once. Both are for the owner's eyes only. One run at a time has the
 * file; the lock goes with the process. Belongs to one thread.
 */
class BatchOutput {
public:
    BatchOutput(const QString &file, const CsvDialect &dialect);
    ~BatchOutput();
    Q_DISABLE_COPY_MOVE(BatchOutput)

    const QString &file() const { return m_file; }
    QString partialFile() const;
    bool fileExists() const;

    //! Whether the journal of a run that did not end is there, with at least one link in it.
    bool hasPartialLinks() const;
    //! Whether something stands in the place of the journal that is none.
    bool hasForeignPartial() const;

    //! First of all: nobody else has the file from now on.
    std::optional<BatchOutputProblem> lock();
    enum class Journal {
        New, //!< what stands there is thrown away
        GoOn, //!< what stands there is kept, but for a last line that is not whole
        FromFile, //!< begins with the links that the file itself holds
    };
    std::optional<BatchOutputProblem> open(Journal journal);

    //! Rows whose link is on the disk.
    const QHash<int, BatchLine> &lines() const { return m_lines; }
    //! Without opening the journal: the rows of the file itself.
    static QHash<int, BatchLine> linesOf(const QString &file, CsvSeparator separator);

    //! All of them are on the disk when it returns nothing, or else none is.
    std::optional<BatchOutputProblem> append(const QList<BatchOutputLink> &links);
    //! The whole file, rows in this order.
    std::optional<BatchOutputProblem> writeFile(const QList<BatchOutputRow> &rows);
    //! Throws the journal away and lets go of the file.
    void removePartial();
    void close();

    //! Hands over each link of the file itself, one after the other; false if it cannot be read.
    static bool readLinks(const QString &file, CsvSeparator separator,
        const std::function<void(int number, const Secret &link, const BatchLine &line)> &take);

private:
    struct Place {
        qint64 offset = 0;
        qint64 length = 0;
    };

    QByteArray lineOf(const BatchOutputLink &made) const;
    void take(const QByteArray &bytes);
    std::optional<BatchOutputProblem> begin(const QByteArray &kept);
    std::optional<BatchOutputProblem> goOn();
    std::optional<BatchOutputProblem> writeThrough(const QByteArray &bytes);
    BatchOutputProblem problem(const QFileDevice &device) const;

    QString m_file;
    CsvDialect m_dialect;
    QFile m_partial;
    std::unique_ptr<QLockFile> m_lock;
    QHash<int, BatchLine> m_lines;
    QHash<int, Place> m_places; // in the journal
};

} // namespace desk
