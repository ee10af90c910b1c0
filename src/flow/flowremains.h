// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

class FileSaver;
class RetiredPages;

/*!
 * What a flow leaves to be taken down. Pages go at once, but for one that waits for an answer from
 * a dialog. The profile outlives its downloads: after a download was cancelled a thread of the
 * engine still has its file, and a profile that is taken away under it may bring the process down.
 * Nothing of this outlives the application object. GUI thread only.
 */
class FlowRemains final : public QObject {
    Q_OBJECT

public:
    //! Of a download that does not end.
    static constexpr std::chrono::milliseconds patience{5000};
    //! After the last download has ended: the engine says so before its threads are through.
    static constexpr std::chrono::milliseconds quiet{300};

    //! What can go at once is gone when this returns. The files were stopped before.
    static void leave(std::unique_ptr<RetiredPages> pages, std::unique_ptr<FileSaver> files,
        std::unique_ptr<QWebEngineProfile> profile);

    FlowRemains(std::unique_ptr<RetiredPages> pages, std::unique_ptr<FileSaver> files,
        std::unique_ptr<QWebEngineProfile> profile);
    ~FlowRemains() override;

private:
    void wait();
    void check();

    std::unique_ptr<QWebEngineProfile> m_profile; // outlives the others
    std::unique_ptr<RetiredPages> m_pages;
    std::unique_ptr<FileSaver> m_files;
    QDeadlineTimer m_patience;
    QDeadlineTimer m_quiet;
    QTimer m_timer;
};

} // namespace desk
