// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secret.h"

#include <QList>
#include <QMutex>
#include <QString>

namespace desk {

/*!
 * The one place that takes secrets out of a text before it is recorded anywhere: those it was told
 * of, in every spelling a URL or JSON gives them, and whatever looks like one (bearer headers,
 * token parameters, tokens in paths and bodies, JSON Web Tokens). Safe to call from any thread.
 */
class Redactor {
public:
    //! Stands in for what was taken out.
    static const QString mask;

    //! Shorter texts than this are not searched for: they would mask half of every sentence.
    static constexpr qsizetype shortestSecret = 6;

    void addSecret(const Secret &secret);
    void addSecrets(const QList<Secret> &secrets);
    QString redacted(const QString &text) const;

    //! What can be recognised without knowing any secret.
    static QString withoutPatterns(const QString &text);
    //! E-mail addresses are no secrets, but not everybody should read them.
    static QString withoutEmail(const QString &text);

private:
    mutable QMutex m_mutex;
    QList<QString> m_spellings; // the longest first, so that no rest of one stays
};

} // namespace desk
