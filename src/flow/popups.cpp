// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "popups.h"

#include <QWebEngineNewWindowRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;

QString nameOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return host.isEmpty() ? u"an empty page"_s : host;
}

} // namespace

Popups::Popups(QWebEngineProfile *profile)
    : m_profile(profile)
{
}

Popups::~Popups() = default;

// Not const: from now on the opener changes what this object holds.
// NOLINTNEXTLINE(readability-make-member-function-const)
void Popups::serve(QWebEnginePage *opener)
{
    connect(opener, &QWebEnginePage::newWindowRequested, this, &Popups::open);
}

void Popups::closeAll()
{
    for (Popup &popup : m_popups) {
        popup.view.reset();
        popup.page->disconnect(this);
        m_retired.add(std::move(popup.page));
    }
    m_popups.clear();
}

void Popups::open(QWebEngineNewWindowRequest &request)
{
    const QUrl target = request.requestedUrl();
    if (!target.isEmpty() && !m_rules.allows(target)) {
        Q_EMIT noted({Kind::NavigationBlocked, u"a pop-up to "_s + placeOf(target), 1});
        return;
    }
    if (m_popups.size() >= most) {
        Q_EMIT noted({Kind::NavigationBlocked,
            u"a pop-up to %1, too many are open"_s.arg(nameOf(target)), 1});
        return;
    }
    const int number = ++m_lastNumber;
    auto page = newPage(number);
    PopupPage *const opened = page.get();
    request.openIn(opened);
    m_popups.push_back({number, std::move(page), nullptr});
    if (m_presenter)
        m_popups.back().view = m_presenter(opened, request.requestedGeometry());
    Q_EMIT noted({Kind::PopupOpened, nameOf(target), 1});
}

std::unique_ptr<PopupPage> Popups::newPage(int number)
{
    auto created = std::make_unique<PopupPage>(m_profile, nullptr);
    PopupPage *const page = created.get();
    page->setNavigationRules(m_rules);
    serve(page);
    connect(page, &GuardedPage::noted, this, &Popups::noted);
    connect(page, &GuardedPage::certificateRefused, this, &Popups::certificateRefused);
    connect(page, &QWebEnginePage::windowCloseRequested, page, &PopupPage::closed);
    connect(page, &QWebEnginePage::renderProcessTerminated, page, &PopupPage::closed);
    // Queued, because the engine is still at work in the page when it says so.
    connect(
        page, &PopupPage::closed, this, [this, number] { remove(number); }, Qt::QueuedConnection);
    return created;
}

void Popups::remove(int number)
{
    const auto found = std::find_if(m_popups.begin(), m_popups.end(),
        [number](const Popup &popup) { return popup.number == number; });
    if (found == m_popups.end())
        return;
    const Popup closing = std::move(*found);
    m_popups.erase(found);
    Q_EMIT noted({Kind::PopupClosed, nameOf(closing.page->url()), 1});
}

} // namespace desk
