// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"

#include <QPushButton>
#include <QString>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace desk {

class ProfileBadge;

/*!
 * The profile in the header, as badge, name and one line about it; pressing it is meant to open the
 * ProfileSwitcher. For screen readers it is a button "Profile" whose value is the name.
 */
class ProfileButton final : public QPushButton {
    Q_OBJECT

public:
    explicit ProfileButton(QWidget *parent = nullptr);

    void present(ProfileKind kind, const QString &name, const QString &description);
    QString profileName() const { return m_profileName; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawArrow();

    QString m_profileName;
    ProfileBadge *m_badge;
    QLabel *m_name;
    QLabel *m_description;
    QLabel *m_arrow;
};

} // namespace desk
