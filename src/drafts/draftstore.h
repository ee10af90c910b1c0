// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "detailsfolder.h"

#include "core/connectdetails.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * What is typed in the form and not yet sent, one draft for each profile, so that it survives a
 * restart and a crash. A draft may be incomplete or wrong; it holds no secret, for the form has no
 * field for one. Lives in one thread with an event loop.
 *
 * Writing is put off for a moment and done for all keys pressed in it together; flush() and the
 * destructor write at once. What could not be written stays in memory, is written with the next
 * edit or flush(), and problem() says why. Of two instances that edit one profile's draft, the last
 * writer wins; no other profile's draft is touched.
 */
class DraftStore final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualDelay{500};

    //! The folder is the drafts' own; it need not exist.
    explicit DraftStore(const QString &folder, QObject *parent = nullptr,
        std::chrono::milliseconds delay = usualDelay);
    ~DraftStore() override;

    //! The newest there is, of this instance or another. Nothing if there is none, or none that can
    //! be read; problem() tells which.
    std::optional<ConnectDetails> draft(const QString &profileId);
    void keep(const QString &profileId, const ConnectDetails &details);
    //! The draft is no longer wanted, because it was sent or the form was emptied.
    void drop(const QString &profileId);
    //! True if everything is written.
    bool flush();

    //! What went wrong when a draft was last read or written.
    const std::optional<DetailsFileProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();

private:
    void setProblem(const std::optional<DetailsFileProblem> &problem);

    DetailsFolder m_folder;
    QTimer m_delay;
    QHash<QString, ConnectDetails> m_unsaved; //!< by profile
    std::optional<DetailsFileProblem> m_problem;
};

} // namespace desk
