// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>

#include <optional>

namespace desk {

//! The icons in use; each is the file of that name of the Lucide set.
enum class IconName {
    ArrowDownToLine,
    Camera,
    ChevronDown,
    ChevronRight,
    CircleAlert,
    CircleCheck,
    CircleHelp,
    CircleX,
    Clock,
    CodeXml,
    Copy,
    Download,
    Check,
    ExternalLink,
    Eye,
    EyeOff,
    FileArchive,
    FolderOpen,
    Info,
    ListFilter,
    Mail,
    MonitorSmartphone,
    MousePointerClick,
    QrCode,
    RotateCw,
    RotateCwSquare,
    Search,
    SlidersHorizontal,
    TriangleAlert,
    X,
};

/*!
 * An icon that is drawn in the colour of the text it stands beside, or in the given one, at any
 * size and on any screen, and that follows a change of scheme. Nothing is read before it is first
 * painted.
 */
QIcon icon(IconName name, std::optional<ColorToken> token = std::nullopt);

} // namespace desk
