// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/profiletag.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace desk {

class ProfileBadge;

//! Over a flow that goes on with another profile than the one in use: says with which.
class FlowOwnerBar final : public QWidget {
    Q_OBJECT

public:
    explicit FlowOwnerBar(QWidget *parent = nullptr);

    void present(const ProfileTag &owner);

private:
    ProfileBadge *m_badge;
    QLabel *m_text;
};

} // namespace desk
