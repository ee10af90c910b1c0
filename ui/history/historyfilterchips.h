// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyfilter.h"

#include <QWidget>

namespace desk {

class HistoryFilterMenu;

//! The filters that are set, each a word that takes it away when it is pressed; hidden if there is
//! none.
class HistoryFilterChips final : public QWidget {
    Q_OBJECT

public:
    //! The menu holds the filter and must outlive it.
    explicit HistoryFilterChips(HistoryFilterMenu &menu, QWidget *parent = nullptr);

private:
    void present();
    void addChip(const QString &text, const HistoryFilter &without);
    void addClearing();
    void clear();

    HistoryFilterMenu &m_menu;
};

} // namespace desk
