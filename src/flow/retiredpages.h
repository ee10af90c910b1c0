// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "guardedpage.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

/*!
 * Pages that are not needed any more but may be on the call stack: they are deleted once control is
 * back in the event loop, or with this object. deleteLater() would not do, since a page must not
 * outlive its profile; this object has to die before that. A page that is waiting for an answer
 * from a dialog stays until it has it.
 */
class RetiredPages final : public QObject {
    Q_OBJECT

public:
    RetiredPages();
    ~RetiredPages() override;

    void add(std::unique_ptr<GuardedPage> page);

    //! The end of a flow: pages and profile go at once, or as soon as the last page has its answer.
    static void finish(
        std::unique_ptr<RetiredPages> pages, std::unique_ptr<QWebEngineProfile> profile);

private:
    void clear();

    std::unique_ptr<QWebEngineProfile> m_profile; // only after the end
    std::vector<std::unique_ptr<GuardedPage>> m_pages;
    QTimer m_timer;
};

} // namespace desk
