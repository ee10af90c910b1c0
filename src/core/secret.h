// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDebug>
#include <QString>

#include <utility>

namespace desk {

/*!
 * A text that must never reach a log, a file, a title or an argument list: an API key, a link token
 * or an activation token. It converts to nothing by itself; whoever needs the text has to say
 * reveal(), which is easy to search for. Printing one shows only that there is one.
 */
class Secret {
public:
    Secret() = default;
    explicit Secret(QString text)
        : m_text(std::move(text))
    {
    }

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &reveal() const { return m_text; }

    friend bool operator==(const Secret &, const Secret &) = default;

private:
    QString m_text;
};

inline QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << (secret.isEmpty() ? QLatin1StringView("Secret(empty)")
                                                          : QLatin1StringView("Secret(redacted)"));
}

} // namespace desk

Q_DECLARE_METATYPE(desk::Secret)
