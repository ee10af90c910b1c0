// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "toolfile.h"

#include "api/apierror.h"
#include "core/connectdetails.h"
#include "core/tool.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace desk {

class KomboClient;
template <typename T> class ApiCall;

/*!
 * The tool lists of all environments (kombo-api.md 5.4), kept on disk for each pair of environment
 * and category, so that the window has them at once and without a network. The environment is any
 * text that tells one from another; only its hash gets near a file name. Nothing secret is written.
 *
 * Files are read and written in a thread of their own, since a list with the coverage of some
 * hundred tools takes too long for a key press. A list that is damaged, too big, or of a newer
 * version counts as none. Everything else, its signals included, belongs to the thread it was made
 * in.
 */
class ToolCatalogue final : public QObject {
    Q_OBJECT

public:
    //! An empty folder: nothing is kept on disk. The folder is made when it is first needed.
    explicit ToolCatalogue(const QString &cacheFolder, QObject *parent = nullptr);
    ~ToolCatalogue() override;

    /*!
     * What is known by now. The first question for a pair has the disk looked at, which ends with
     * changed(); until then isLoading() says why there is nothing.
     */
    std::optional<CachedTools> cached(const QString &environment, Category category);
    bool isLoading(const QString &environment, Category category) const;

    /*!
     * Asks the API. Ends with changed() or refreshFailed(), unless the environment is forgotten or
     * the client's calls are cancelled meanwhile. While one request for a pair is on its way, more
     * of them join it, whatever their client. A null client does nothing.
     */
    void refresh(
        const std::shared_ptr<KomboClient> &client, const QString &environment, Category category);
    bool isRefreshing(const QString &environment, Category category) const;

    //! Drops its lists, from disk too, and what is on its way for it.
    void forget(const QString &environment);

Q_SIGNALS:
    //! cached(), isLoading() or isRefreshing() of that pair say something else now.
    void changed(const QString &environment, desk::Category category);
    //! What was cached stays.
    void refreshFailed(
        const QString &environment, desk::Category category, const desk::ApiError &error);

private:
    struct Key {
        QString environment;
        Category category = Category::Hris;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.environment, static_cast<int>(key.category));
        }
    };

    struct Refresh {
        std::shared_ptr<KomboClient> client; // goes with its calls, so it has to stay
        QPointer<ApiCall<ToolList>> call;
    };

    void load(const Key &key);
    void finishLoading(const Key &key, const std::optional<CachedTools> &found);
    void finishRefresh(const Key &key, ApiCall<ToolList> *call);
    void failRefresh(const Key &key, const ApiError &error);
    void keep(const Key &key, const CachedTools &tools);
    QString fileOf(const Key &key) const;

    QString m_folder;
    QHash<Key, CachedTools> m_lists;
    QList<Key> m_latest; // of m_lists, the one asked for last at the end
    QSet<Key> m_loading;
    QSet<Key> m_notOnDisk;
    QHash<Key, Refresh> m_refreshes;
    QThreadPool m_disk; // last, so that its tasks end before anything else goes
};

} // namespace desk
