// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "runningcall.h"

#include <QSet>

#include <memory>
#include <utility>

namespace desk {

//! One page of a list: its items, and the cursor of the next page, empty on the last.
template <typename T> struct Page {
    QList<T> items;
    QString next;
};

//! A cursor is opaque, but not endless.
constexpr qsizetype longestCursor = 4096;
//! At the largest pages the API has, far beyond any real list.
constexpr int mostPages = 200;

/*!
 * Reads a list page by page (kombo-api.md 3, pagination). A cursor that comes twice, or that never
 * ends, ends the walk with an error; the pages so far stay in items().
 */
template <typename T> class PageWalk final : public EndingCall<PagedCall<T>> {
public:
    //! The request of the page that begins at this cursor; empty: the first.
    using Request = std::function<ApiRequest(const QString &cursor)>;
    using Parser = Result<Page<T>, QString> (*)(const QJsonObject &data);

    PageWalk(Request request, Parser parser, RequestContext context, QString host, QObject *parent)
        : EndingCall<PagedCall<T>>(parent)
        , m_request(std::move(request))
        , m_parser(parser)
        , m_context(std::move(context))
        , m_host(std::move(host))
    {
        read({});
    }

    void cancel() override
    {
        if (this->isFinished())
            return;
        this->m_state = ApiCallBase::State::Cancelled;
        m_run->stop();
    }

private:
    void read(const QString &cursor)
    {
        m_cursors.insert(cursor);
        if (m_run)
            m_run.release()->deleteLater(); // it is still emitting
        m_run = std::make_unique<RequestRun>(m_request(cursor), m_context, nullptr);
        this->relay(*m_run);
        QObject::connect(m_run.get(), &RequestRun::ended, this,
            [this](const RequestRun::Answer &answer) { take(answer); });
    }

    void take(const RequestRun::Answer &answer)
    {
        if (!answer) {
            this->endBadly(answer.error());
            return;
        }
        const Result<Page<T>, QString> page = m_parser(*answer);
        if (!page) {
            this->endBadly(this->protocolError(m_host, page.error()));
            return;
        }
        this->m_items += page->items;
        const QPointer<ApiCallBase> alive(this);
        Q_EMIT this->pageArrived(this->m_items.size());
        if (alive && !this->isFinished())
            goOn(page->next);
    }

    void goOn(const QString &next)
    {
        using namespace Qt::StringLiterals;
        if (next.isEmpty()) {
            this->m_value = this->m_items;
            this->endWell();
        } else if (m_cursors.contains(next)) {
            this->endBadly(this->protocolError(m_host, u"data.next: the same cursor came twice"_s));
        } else if (next.size() > longestCursor) {
            this->endBadly(this->protocolError(m_host, u"data.next: the cursor is too long"_s));
        } else if (m_cursors.size() >= mostPages) {
            this->endBadly(this->protocolError(
                m_host, u"data.next: still another page after %1"_s.arg(mostPages)));
        } else {
            read(next);
        }
    }

    Request m_request;
    Parser m_parser;
    RequestContext m_context;
    QString m_host;
    QSet<QString> m_cursors;
    std::unique_ptr<RequestRun> m_run;
};

} // namespace desk
