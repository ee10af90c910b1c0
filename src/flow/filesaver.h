// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flowpresenters.h"
#include "session/flowdriver.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <set>
#include <vector>

QT_BEGIN_NAMESPACE
class QWebEngineDownloadRequest;
class QWebEnginePage;
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

/*!
 * What leaves a flow as a file: downloads, and prints as PDF. Somebody is asked for each, one at a
 * time; what is wanted while a question is open is refused. Nothing is ever opened. The engine
 * wants to know at once where a download goes, so it stands still in a folder of its own until the
 * answer is there, and is moved to the chosen place when it is complete; that folder goes with this
 * object. Must die before the profile, and neither of them while isBusy(). Without a presenter
 * everything is refused.
 */
class FileSaver final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 largest = qint64{500} * 1000 * 1000; //!< bytes of one download
    static constexpr std::size_t mostAtOnce = 3;
    static constexpr int most = 50; //!< questions in the life of one flow

    explicit FileSaver(QWebEngineProfile *profile);
    ~FileSaver() override;

    void setPresenter(FlowPresenters::Save presenter) { m_presenter = std::move(presenter); }
    //! Prints of this page are taken care of from now on.
    void serve(QWebEnginePage *page);
    //! Takes the question back, and gives up what is not complete.
    void stop();

    //! Wanted by the page, refused ones included.
    bool hadDownloads() const { return m_hadDownloads; }
    //! The engine has not ended a download yet, or not put away its file.
    bool isBusy() const;

Q_SIGNALS:
    void noted(const desk::FlowNote &note);

private:
    struct Running {
        int number = 0;
        QPointer<QWebEngineDownloadRequest> download;
        QString name;
        QString target; //!< empty until somebody has chosen it
    };

    void offer(QWebEngineDownloadRequest *download);
    void accept(int number, QWebEngineDownloadRequest *download, const QString &name);
    void answerDownload(int number, const QString &path);
    void follow(int number);
    void finish(int number);
    void drop(int number, const QString &why);
    void giveUp(const Running &running);
    Running *find(int number);

    void offerPrint(QWebEnginePage *page);
    void print(QWebEnginePage *page, const QString &path);

    //! Why nobody can be asked now; empty if somebody can.
    QString obstacle() const;
    void ask(const SaveRequest &request, FlowPresenters::SaveAnswer answer);
    void note(FlowNote::Kind kind, const QString &text);

    FlowPresenters::Save m_presenter;
    std::optional<QTemporaryDir> m_folder; // made for the first download
    std::unique_ptr<OpenQuestion> m_question;
    std::vector<Running> m_running;
    std::vector<QPointer<QWebEngineDownloadRequest>> m_open; // refused and given up ones as well
    std::set<int> m_givenUp; // whose files the engine removes
    bool m_hadDownloads = false;
    int m_asked = 0;
    bool m_isAsking = false;
    bool m_isStopped = false;
};

} // namespace desk
