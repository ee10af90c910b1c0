// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/profiletag.h"

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

//! What is asked about before it touches a client of a production environment.
enum class GuardedAction { CreateLink, Reconnect, Delete, OpenSetup, OpenDeveloperTools };

/*!
 * Stands before such an action: asks once under a production profile, and otherwise calls proceed
 * at once. proceed is called at most once, and not at all if the person decides against it.
 */
using ProductionGuard = std::function<void(
    GuardedAction action, const QString &organization, std::function<void()> proceed)>;

/*!
 * The guard that asks in a dialog over that window. profile tells whose environment the action
 * touches, at the time it is asked. While a question is open no other is asked.
 */
ProductionGuard makeProductionGuard(QWidget *window, std::function<ProfileTag()> profile);

} // namespace desk
