// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace desk {

//! What there is to be seen of the keychain from outside, about one entry.
enum class KeychainFinding {
    Unknown, //!< it could not be found out
    NoService, //!< no session bus, or nobody on it who keeps secrets
    NoCollection, //!< a service, but no collection to write to: never set up
    CollectionLocked, //!< no such entry, and the collection that would hold it is locked
    EntryLocked,
    EntryPresent,
    EntryAbsent
};

//! Looks at the keychain without a prompt. Tells its finding once; may be deleted before that.
class KeychainInspection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void found(desk::KeychainFinding finding);
};

} // namespace desk
