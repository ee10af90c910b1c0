// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followup/followuprow.h"

#include <QAbstractListModel>
#include <QStringList>

#include <functional>

namespace desk {

//! What an audience must not read of a row, besides its e-mail; see Masked::text().
QStringList secretIdsOf(const FollowUpRow &row);

//! The rows of the follow-up board, with texts for people. Texts are made when they are asked for.
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

    //! What stands for the tool of a row.
    using ToolOf = std::function<QString(const FollowUpRow &)>;
    explicit FollowUpModel(ToolOf toolOf, QObject *parent = nullptr);

    void setRows(const QList<FollowUpRow> &rows);
    //! E-mails and ids show as dots.
    void setMasked(bool masked);
    int indexOf(const QString &key) const; //!< -1: there is none
    const FollowUpRow &rowAt(int index) const { return m_rows.at(index); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString shown(const FollowUpRow &row, const QString &text) const;

    ToolOf m_toolOf;
    QList<FollowUpRow> m_rows;
    bool m_isMasked = false;
};

} // namespace desk
