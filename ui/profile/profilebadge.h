// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tokens.h"

#include "core/apiaccess.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace desk {

//! The profile as word and colour, since a colour alone is not enough and a dot is overlooked.
class ProfileBadge final : public QWidget {
    Q_OBJECT

public:
    explicit ProfileBadge(QWidget *parent = nullptr);

    //! The word for a kind of profile, also for the window's title.
    static QString word(ProfileKind kind);

    void setKind(ProfileKind kind);

    //! The stronger of its two colours, for a sign beside the word.
    static ColorToken mark(ProfileKind kind);

    // For rows of lists, which have no widget of their own.
    static QSize sizeFor(ProfileKind kind);
    static void paint(QPainter &painter, const QRect &rect, ProfileKind kind, Scheme scheme);

    QSize sizeHint() const override { return sizeFor(m_kind); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ProfileKind m_kind = ProfileKind::Practice;
};

} // namespace desk
