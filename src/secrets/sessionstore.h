// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secretstore.h"
#include "wipedtext.h"

#include <map>
#include <optional>

namespace desk {

/*!
 * Keeps secrets in memory until the program ends, and overwrites them then, as far as WipedText
 * says. Writes and removals take effect at once, though their calls end from the event loop.
 */
class SessionStore final : public SecretStore {
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    bool holds(const QString &id) const { return m_secrets.contains(id); }
    std::optional<Secret> value(const QString &id) const;
    //! Whether there was one.
    bool forget(const QString &id) { return m_secrets.erase(id) > 0; }

protected:
    void startRead(SecretTask *task, const QString &id) override;
    void startWrite(SecretTask *task, const QString &id, const Secret &secret) override;
    void startRemoval(SecretTask *task, const QString &id) override;

private:
    std::map<QString, WipedText> m_secrets;
};

} // namespace desk
