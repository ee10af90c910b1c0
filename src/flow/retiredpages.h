// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>
#include <QWebEnginePage>

#include <memory>
#include <vector>

namespace desk {

/*!
 * Pages that are not needed any more but may be on the call stack: they are deleted once control is
 * back in the event loop, or with this object. deleteLater() would not do, since a page must not
 * outlive its profile; this object has to die before that.
 */
class RetiredPages final : public QObject {
    Q_OBJECT

public:
    RetiredPages();

    void add(std::unique_ptr<QWebEnginePage> page);

private:
    void clear();

    std::vector<std::unique_ptr<QWebEnginePage>> m_pages;
    QTimer m_timer;
};

} // namespace desk
