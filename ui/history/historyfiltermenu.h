// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyfilter.h"

#include <QMenu>

namespace desk {

/*!
 * What the history can be narrowed down to, by kind of filter. Holds the filter that is set; the
 * choices of profile and tool are those that the ledger knows.
 */
class HistoryFilterMenu final : public QMenu {
    Q_OBJECT

public:
    explicit HistoryFilterMenu(QWidget *parent = nullptr);

    const HistoryFilter &filter() const { return m_filter; }
    //! filterChanged follows if it is another one.
    void setFilter(const HistoryFilter &filter);
    void setChoices(const LedgerChoices &choices);
    //! The name that a profile had last; its id if it is not known.
    QString profileName(const QString &profileId) const;

Q_SIGNALS:
    void filterChanged();

private:
    void fill();
    void fillProfiles();
    void fillTools();
    template <typename Choose>
    void addChoice(QMenu *menu, const QString &text, bool isChosen, Choose choose);

    HistoryFilter m_filter;
    LedgerChoices m_choices;
    QMenu *m_profiles;
    QMenu *m_outcomes;
    QMenu *m_tools;
    QMenu *m_categories;
    QMenu *m_periods;
    QAction *m_clear;
};

} // namespace desk
