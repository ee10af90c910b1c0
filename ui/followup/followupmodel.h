// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followup/followuprow.h"

#include <QAbstractListModel>

#include <functional>

namespace desk {

//! The rows of the follow-up board, with texts for people. Times are told as of setRows().
class FollowUpModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole, //!< FollowUpRow::key()
        ReasonRole, //!< the second line
        ToolRole, //!< what stands at the far end; may be empty
        ToneRole, //!< Tone
    };
    enum class Tone { Quiet, Waiting, Warning, Trouble };
    Q_ENUM(Tone)

    using QAbstractListModel::QAbstractListModel;

    //! toolOf gives what stands for the tool of a row.
    void setRows(
        const QList<FollowUpRow> &rows, const std::function<QString(const FollowUpRow &)> &toolOf);
    //! What is done to each text before it is shown; null: nothing.
    void setFilter(std::function<QString(const QString &)> filter);
    int indexOf(const QString &key) const; //!< -1: there is none
    const FollowUpRow &rowAt(int index) const { return m_items.at(index).row; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item {
        FollowUpRow row;
        QString tool;
        QString reason;
    };

    QString shown(const QString &text) const { return m_filter ? m_filter(text) : text; }

    QList<Item> m_items;
    std::function<QString(const QString &)> m_filter;
};

} // namespace desk
