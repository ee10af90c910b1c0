// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "workspace.h"

#include <QObject>

#include <functional>
#include <memory>

namespace desk {

/*!
 * Something that needs the client of the current profile, perhaps before its key was read. One
 * wish at a time: a new one takes the place of one that still waits. If another profile is chosen
 * meanwhile, or no client is to be had, the wish is dropped. The workspace must outlive it.
 */
class ClientWait final : public QObject {
    Q_OBJECT

public:
    using Wish = std::function<void(const std::shared_ptr<KomboClient> &client)>;

    explicit ClientWait(Workspace &workspace, QObject *parent = nullptr);

    bool isWaiting() const { return m_wish != nullptr; }
    //! Fulfils it at once if the client is there.
    void want(Wish wish);
    void drop();

Q_SIGNALS:
    //! isWaiting() says something else.
    void waitingChanged();
    //! The wish was dropped because there is no client; the workspace's state tells why.
    void failed();

private:
    void follow(Workspace::State state);
    void end();

    Workspace &m_workspace;
    Wish m_wish;
};

} // namespace desk
