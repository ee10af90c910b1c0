// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"

#include <QWidget>

namespace desk {

//! The profile as word and colour, since a colour alone is not enough and a dot is overlooked.
class ProfileBadge final : public QWidget {
    Q_OBJECT

public:
    explicit ProfileBadge(QWidget *parent = nullptr);

    //! The word for a kind of profile, also for the window's title.
    static QString word(ProfileKind kind);

    void setKind(ProfileKind kind);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ProfileKind m_kind = ProfileKind::Practice;
};

} // namespace desk
