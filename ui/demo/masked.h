// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

/*!
 * What stands on the screen in place of a value that an audience must not read. A mask is as long
 * whatever it stands for, since a length tells something; sample values stay readable.
 */
namespace desk::Masked {

enum class Kind {
    Email,
    OriginId,
    OtherId, //!< of an integration or a scope config: there is no sample of these
};

//! May be read by anybody: nothing at all, or a sample.
bool isHarmless(Kind kind, const QString &value);

//! The value, or its mask unless it is harmless.
QString value(Kind kind, const QString &value);

/*!
 * The text with a mask in place of each e-mail address that is no sample, of what looks like the id
 * of an integration ("personio:Zk3vT8mQe5LwXc2RhYp7Nb4D"), and of each of these values, which are
 * found as whole words without regard to case.
 */
QString text(const QString &text, const QStringList &ids = {});

} // namespace desk::Masked
