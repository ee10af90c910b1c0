// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flow/flowpresenters.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

//! Asks in a dialog over the window of the widget where a file shall go. Nothing there waits.
FlowPresenters::Save saveDialogsFor(QWidget *widget);

//! Lets somebody choose files for an upload in a dialog over the window of the widget.
std::shared_ptr<UploadChooser> uploadDialogFor(QWidget *widget);

} // namespace desk
