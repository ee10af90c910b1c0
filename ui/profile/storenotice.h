// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace desk {

class Notice;
class ProfileStore;

/*!
 * Says what keeps the profiles from being read or saved, for as long as it does, and offers to try
 * again. Hidden otherwise. The store must outlive it.
 */
class StoreNotice final : public QWidget {
    Q_OBJECT

public:
    explicit StoreNotice(ProfileStore &store, QWidget *parent = nullptr);

private:
    void refresh();

    ProfileStore &m_store;
    Notice *m_notice;
};

} // namespace desk
