// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "guardedpage.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

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

    //! Without waiting for the event loop; none of the pages may be on the call stack, but for one
    //! that waits for an answer.
    void clear();
    bool isEmpty() const { return m_pages.empty(); }

Q_SIGNALS:
    //! Some pages are gone, or all of them.
    void cleared();

private:
    std::vector<std::unique_ptr<GuardedPage>> m_pages;
    QTimer m_timer;
};

} // namespace desk
