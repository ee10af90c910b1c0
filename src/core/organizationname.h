// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

/*!
 * The name of an organization as it is compared, not shown: whatever its case, accents, blanks,
 * punctuation and legal form ("Müller GmbH & Co. KG" is "muller"). A name that is nothing but a
 * legal form stays itself; of a name without letters and digits the signs stay. Folding twice
 * changes nothing. Empty only for blank input.
 */
QString foldedOrganization(const QString &name);

/*!
 * The domain of an e-mail address in small letters, or empty: if it has none, or if it is one of
 * the well-known hosts where anybody may have an address, so that it says nothing about the client.
 */
QString emailDomain(const QString &email);

} // namespace desk
