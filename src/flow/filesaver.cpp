// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "filesaver.h"

#include "filename.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QWebEngineDownloadRequest>
#include <QWebEnginePage>
#include <QWebEngineProfile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;
using State = QWebEngineDownloadRequest::DownloadState;

QString sizeText(qint64 size)
{
    return size < 0 ? u"size unknown"_s : QLocale::c().formattedDataSize(size);
}

// A file that the page made by itself belongs to whoever the page is of.
QString hostOf(const QWebEngineDownloadRequest &download)
{
    QString host = download.url().host(QUrl::FullyEncoded);
    if (!host.isEmpty() || download.url().scheme() != "blob"_L1)
        return host;
    return QUrl(download.url().path()).host(QUrl::FullyEncoded);
}

QString described(const SaveRequest &request)
{
    const QString host = request.host.isEmpty() ? u"the page itself"_s : request.host;
    return u"%1, from %2, %3"_s.arg(request.fileName, host, sizeText(request.size));
}

QString tooLarge()
{
    return u"larger than "_s + sizeText(FileSaver::largest);
}

bool isOver(const QPointer<QWebEngineDownloadRequest> &download)
{
    return !download || download->isFinished();
}

// The dialog has asked about a file that is there already.
bool moveTo(const QString &source, const QString &target)
{
    if (QFileInfo(target).isDir())
        return false;
    QFile::remove(target);
    return QFile::rename(source, target);
}

} // namespace

FileSaver::FileSaver(QWebEngineProfile *profile)
{
    connect(profile, &QWebEngineProfile::downloadRequested, this, &FileSaver::offer);
}

FileSaver::~FileSaver()
{
    stop();
    // When the application ends, the engine may take a file out of it meanwhile, and the first try
    // fails over that; the second one is the folder's own.
    if (m_folder)
        QDir(m_folder->path()).removeRecursively();
}

// Not const: from now on the page changes what this object holds.
// NOLINTNEXTLINE(readability-make-member-function-const)
void FileSaver::serve(QWebEnginePage *page)
{
    connect(page, &QWebEnginePage::printRequested, this, [this, page] { offerPrint(page); });
}

void FileSaver::stop()
{
    m_isStopped = true;
    m_question.reset();
    for (const Running &running : std::exchange(m_running, {}))
        giveUp(running);
}

bool FileSaver::isBusy() const
{
    if (!std::all_of(m_open.cbegin(), m_open.cend(), isOver))
        return true;
    return std::any_of(m_givenUp.cbegin(), m_givenUp.cend(), [this](int number) {
        const QString file = m_folder->filePath(QString::number(number));
        return QFileInfo::exists(file) || QFileInfo::exists(file + u".download"_s);
    });
}

void FileSaver::offer(QWebEngineDownloadRequest *download)
{
    m_hadDownloads = true;
    std::erase_if(m_open, isOver);
    m_open.emplace_back(download);
    SaveRequest request{SaveRequest::What::Download, plainFileName(download->suggestedFileName()),
        hostOf(*download), -1};
    QString why = obstacle();
    if (why.isEmpty() && m_running.size() >= mostAtOnce)
        why = u"too many at once"_s;
    if (why.isEmpty() && !m_folder)
        m_folder.emplace();
    if (why.isEmpty() && !m_folder->isValid())
        why = u"no room for it"_s;
    if (!why.isEmpty()) {
        download->cancel();
        note(Kind::DownloadRefused, described(request) + u": "_s + why);
        return;
    }
    const int number = m_asked + 1; // the one that ask() gives it
    accept(number, download, request.fileName);
    request.size = download->totalBytes(); // which nobody knows before that
    note(Kind::DownloadOffered, described(request));
    if (request.size > largest)
        drop(number, tooLarge());
    else
        ask(request, [this, number](const QString &path) { answerDownload(number, path); });
}

void FileSaver::accept(int number, QWebEngineDownloadRequest *download, const QString &name)
{
    download->setDownloadDirectory(m_folder->path());
    download->setDownloadFileName(QString::number(number));
    download->accept();
    download->pause();
    m_running.push_back({number, download, name, {}});
    connect(download, &QWebEngineDownloadRequest::receivedBytesChanged, this,
        [this, number] { follow(number); });
    connect(
        download, &QWebEngineDownloadRequest::stateChanged, this,
        [this, number] { finish(number); }, Qt::QueuedConnection);
}

void FileSaver::answerDownload(int number, const QString &path)
{
    Running *const running = find(number);
    if (!running)
        return;
    if (path.isEmpty()) {
        drop(number, u"not wanted"_s);
        return;
    }
    running->target = path;
    if (running->download && running->download->isPaused())
        running->download->resume();
    finish(number);
}

void FileSaver::follow(int number)
{
    const Running *const running = find(number);
    if (running && running->download && running->download->receivedBytes() > largest)
        drop(number, tooLarge());
}

// Small files may be complete before somebody has said where they go.
void FileSaver::finish(int number)
{
    const Running *const found = find(number);
    if (!found || !found->download)
        return;
    const State state = found->download->state();
    if (state == State::DownloadInterrupted || state == State::DownloadCancelled) {
        drop(number, u"broken off, "_s + found->download->interruptReasonString());
        return;
    }
    if (state != State::DownloadCompleted || found->target.isEmpty())
        return;
    const Running done = *found;
    const QString source = m_folder->filePath(QString::number(number));
    if (!moveTo(source, done.target)) {
        drop(number, u"it cannot be written there"_s);
        return;
    }
    std::erase_if(m_running, [number](const Running &other) { return other.number == number; });
    note(Kind::DownloadSaved,
        u"%1, %2"_s.arg(
            QFileInfo(done.target).fileName(), sizeText(QFileInfo(done.target).size())));
}

void FileSaver::drop(int number, const QString &why)
{
    const Running *const found = find(number);
    if (!found)
        return;
    const Running dropped = *found;
    std::erase_if(m_running, [number](const Running &other) { return other.number == number; });
    giveUp(dropped);
    QFile::remove(m_folder->filePath(QString::number(number)));
    if (m_isAsking && m_asked == number) {
        m_isAsking = false;
        m_question.reset();
    }
    note(Kind::DownloadRefused, dropped.name + u": "_s + why);
}

void FileSaver::giveUp(const Running &running)
{
    if (!running.download)
        return;
    running.download->disconnect(this);
    // Of one that broke off by itself the engine keeps what there is; it goes with the folder.
    if (running.download->state() == State::DownloadInProgress)
        m_givenUp.insert(running.number);
    running.download->cancel();
}

FileSaver::Running *FileSaver::find(int number)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(),
        [number](const Running &running) { return running.number == number; });
    return found == m_running.end() ? nullptr : &*found;
}

void FileSaver::offerPrint(QWebEnginePage *page)
{
    const QString host = page->url().host(QUrl::FullyEncoded);
    const QString why = obstacle();
    if (!why.isEmpty()) {
        note(Kind::DialogRefused, u"print of "_s + host + u": "_s + why);
        return;
    }
    const SaveRequest request{
        SaveRequest::What::Print, plainFileName(page->title().left(100) + u".pdf"_s), host, -1};
    ask(request, [this, target = QPointer(page), host](const QString &path) {
        if (path.isEmpty() || !target)
            note(Kind::DialogRefused, u"print of "_s + host + u": not wanted"_s);
        else
            print(target, path);
    });
}

void FileSaver::print(QWebEnginePage *page, const QString &path)
{
    connect(
        page, &QWebEnginePage::pdfPrintingFinished, this,
        [this](const QString &file, bool isDone) {
            const QString name = QFileInfo(file).fileName();
            if (isDone)
                note(Kind::Printed, name);
            else
                note(Kind::DialogRefused, u"print: %1 cannot be written"_s.arg(name));
        },
        Qt::SingleShotConnection);
    page->printToPdf(path);
}

QString FileSaver::obstacle() const
{
    if (m_isStopped || !m_presenter)
        return u"nobody is there to be asked"_s;
    if (m_isAsking)
        return u"another file is being asked about"_s;
    if (m_asked >= most)
        return u"too many for one flow"_s;
    return {};
}

void FileSaver::ask(const SaveRequest &request, FlowPresenters::SaveAnswer answer)
{
    ++m_asked;
    m_isAsking = true;
    m_question = m_presenter(request,
        [self = QPointer(this), number = m_asked, answer = std::move(answer)](const QString &path) {
            // Only the answer to the question that is open, and only once.
            if (!self || self->m_isStopped || !self->m_isAsking || self->m_asked != number)
                return;
            self->m_isAsking = false;
            answer(path);
        });
}

void FileSaver::note(FlowNote::Kind kind, const QString &text)
{
    Q_EMIT noted({kind, text, 1});
}

} // namespace desk
