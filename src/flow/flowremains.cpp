// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowremains.h"

#include "filesaver.h"
#include "retiredpages.h"

#include <QCoreApplication>
#include <QWebEngineProfile>

namespace desk {

namespace {

constexpr std::chrono::milliseconds lookAgain{50};

void leaveTheApplication()
{
    const auto all = QCoreApplication::instance()->findChildren<FlowRemains *>(
        QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(all);
}

// The application deletes its children too late, when the engine is gone. What was added last is
// called first, so this comes before the end of the engine, which some profile has started.
void goBeforeTheEngine()
{
    qRemovePostRoutine(leaveTheApplication);
    qAddPostRoutine(leaveTheApplication);
}

} // namespace

void FlowRemains::leave(std::unique_ptr<RetiredPages> pages, std::unique_ptr<FileSaver> files,
    std::unique_ptr<QWebEngineProfile> profile)
{
    const bool mayGo = !files->hadDownloads();
    auto remains =
        std::make_unique<FlowRemains>(std::move(pages), std::move(files), std::move(profile));
    remains->m_pages->clear();
    if (mayGo && remains->m_pages->isEmpty())
        return;
    remains->wait();
    remains.release()->setParent(QCoreApplication::instance());
}

FlowRemains::FlowRemains(std::unique_ptr<RetiredPages> pages, std::unique_ptr<FileSaver> files,
    std::unique_ptr<QWebEngineProfile> profile)
    : m_profile(std::move(profile))
    , m_pages(std::move(pages))
    , m_files(std::move(files))
{
}

FlowRemains::~FlowRemains() = default;

void FlowRemains::wait()
{
    goBeforeTheEngine();
    m_patience.setRemainingTime(patience);
    m_quiet.setRemainingTime(quiet);
    connect(m_pages.get(), &RetiredPages::cleared, this, &FlowRemains::check);
    connect(&m_timer, &QTimer::timeout, this, &FlowRemains::check);
    m_timer.start(lookAgain);
}

void FlowRemains::check()
{
    if (m_files->isBusy())
        m_quiet.setRemainingTime(quiet);
    if (!m_quiet.hasExpired() && !m_patience.hasExpired())
        return;
    m_timer.stop();
    if (m_pages->isEmpty())
        deleteLater();
}

} // namespace desk
