// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "popups.h"

#include "hostpage.h"
#include "pagepulse.h"

#include <QWebEngineNewWindowRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;
using Request = QWebEngineNewWindowRequest;

QString nameOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return host.isEmpty() ? u"an empty page"_s : host;
}

// The engine tells a link from window.open() only if somebody asked for a tab in the background.
// For other links the script of HostPage::linkScript() leaves a mark.
bool isPlainLink(const Request &request)
{
    if (!request.isUserInitiated())
        return false;
    return request.destination() == Request::InNewBackgroundTab
        || request.requestedGeometry().size() == HostPage::linkMark();
}

} // namespace

Popups::Popups(QWebEngineProfile *profile, RetiredPages *retired)
    : m_profile(profile)
    , m_retired(retired)
{
}

Popups::~Popups()
{
    closeAll();
}

// Not const: from now on the opener changes what this object holds.
// NOLINTNEXTLINE(readability-make-member-function-const)
void Popups::serve(QWebEnginePage *opener)
{
    connect(opener, &QWebEnginePage::newWindowRequested, this, &Popups::open);
}

void Popups::visit(const QUrl &target, const Preparation &prepare)
{
    if (isRefused(target))
        return;
    PopupPage *const page = add({}, prepare);
    note(Kind::PopupOpened, nameOf(target));
    page->load(target);
}

void Popups::closeAll()
{
    for (Popup &popup : m_popups) {
        popup.view.reset();
        popup.page->disconnect(this);
        m_retired->add(std::move(popup.page));
    }
    m_popups.clear();
}

void Popups::open(QWebEngineNewWindowRequest &request)
{
    const QUrl target = request.requestedUrl();
    if (isPlainLink(request) && openLink(target))
        return;
    if (isRefused(target))
        return;
    const bool isMarked = request.requestedGeometry().size() == HostPage::linkMark();
    const bool isTab = isMarked || request.destination() != Request::InNewDialog;
    add(isMarked ? QRect() : request.requestedGeometry(), [&](PopupPage *page) {
        page->setLikeATab(isTab && m_presenters.link && !target.isEmpty());
        request.openIn(page);
    });
    note(Kind::PopupOpened, nameOf(target));
}

PopupPage *Popups::add(const QRect &geometry, const Preparation &prepare)
{
    const int number = ++m_lastNumber;
    auto page = newPage(number);
    PopupPage *const added = page.get();
    prepare(added);
    auto pulse = std::make_unique<PagePulse>();
    connect(pulse.get(), &PagePulse::stopped, this,
        [this, added] { note(Kind::PageHung, u"pop-up of "_s + nameOf(added->url())); });
    connect(pulse.get(), &PagePulse::goesOn, this,
        [this, added] { note(Kind::PageRecovered, u"pop-up of "_s + nameOf(added->url())); });
    pulse->watch(added);
    m_popups.push_back({number, std::move(page), nullptr, std::move(pulse)});
    if (m_presenters.popup)
        m_popups.back().view = m_presenters.popup(added, geometry);
    Q_EMIT opened(added);
    return added;
}

std::unique_ptr<PopupPage> Popups::newPage(int number)
{
    auto created = std::make_unique<PopupPage>(m_profile, nullptr);
    created->setNavigationRules(m_rules);
    created->setUploadChooser(m_presenters.upload);
    serve(created.get());
    follow(number, created.get());
    return created;
}

void Popups::follow(int number, PopupPage *page)
{
    connect(page, &GuardedPage::noted, this, &Popups::noted);
    connect(page, &GuardedPage::certificateRefused, this, &Popups::certificateRefused);
    connect(page, &QWebEnginePage::windowCloseRequested, page, &PopupPage::closed);
    connect(page, &QWebEnginePage::renderProcessTerminated, page, &PopupPage::closed);
    // Queued, because the engine is still at work in the page when it says so.
    connect(
        page, &PopupPage::closed, this, [this, number] { remove(number); }, Qt::QueuedConnection);
    connect(
        page, &PopupPage::browserWanted, this, [this, number] { leaveForBrowser(number); },
        Qt::QueuedConnection);
}

bool Popups::isRefused(const QUrl &target)
{
    if (!target.isEmpty() && !m_rules.allows(target)) {
        note(Kind::NavigationBlocked, u"a pop-up to "_s + placeOf(target));
        return true;
    }
    if (m_popups.size() < most)
        return false;
    note(Kind::NavigationBlocked, u"a pop-up to %1, too many are open"_s.arg(nameOf(target)));
    return true;
}

// True if nothing is left to be done about it.
bool Popups::openLink(const QUrl &target)
{
    const bool isWeb = target.scheme() == "https"_L1 || target.scheme() == "http"_L1;
    if (!m_presenters.link || !isWeb || !m_rules.allows(target))
        return false;
    if (!target.userInfo().isEmpty() || (m_mayLeave && !m_mayLeave(target)))
        return false;
    if (!m_linkRate.allows()) {
        note(Kind::NavigationBlocked, u"a link to %1, too many"_s.arg(nameOf(target)));
        return true;
    }
    if (!m_presenters.link(target))
        return false;
    note(Kind::LinkOpened, placeOf(target));
    return true;
}

void Popups::leaveForBrowser(int number)
{
    const Popup *const popup = find(number);
    if (popup && popup->page->isLikeATab() && openLink(popup->page->url()))
        remove(number);
}

void Popups::remove(int number)
{
    Popup *const found = find(number);
    if (!found)
        return;
    Popup closing = std::move(*found);
    m_popups.erase(m_popups.begin() + (found - m_popups.data()));
    note(Kind::PopupClosed, nameOf(closing.page->url()));
    closing.pulse.reset();
    closing.view.reset();
    closing.page->disconnect(this);
    m_retired->add(std::move(closing.page));
}

Popups::Popup *Popups::find(int number)
{
    const auto found = std::find_if(m_popups.begin(), m_popups.end(),
        [number](const Popup &popup) { return popup.number == number; });
    return found == m_popups.end() ? nullptr : &*found;
}

void Popups::note(FlowNote::Kind kind, const QString &text)
{
    Q_EMIT noted({kind, text, 1});
}

} // namespace desk
