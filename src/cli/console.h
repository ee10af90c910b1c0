// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"

#include <QByteArray>
#include <QString>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace desk {

class Redactor;

/*!
 * The two streams of a verb. The result, and nothing else, goes to the first one; what is told
 * along the way goes to the second, one line each, without secrets and without characters that
 * would steer a terminal. Streams and redactor must outlive it.
 */
class Console {
public:
    enum class Form { Text, Json };

    Console(QIODevice &out, QIODevice &err, const Redactor &redactor, Form form, bool isQuiet);

    bool isJson() const { return m_form == Form::Json; }

    //! Prints as it stands and at once; false if nobody reads it any more.
    bool print(const QByteArray &result);
    //! How the work goes on; said to people who wait and want to know.
    void tell(const QString &sentence);
    //! A line that was asked for, and so comes with --json and --quiet, too.
    void note(const QString &line) { writeLine(line); }
    void fail(const Failure &failure);

private:
    void writeLine(const QString &line);

    QIODevice &m_out;
    QIODevice &m_err;
    const Redactor &m_redactor;
    Form m_form;
    bool m_isQuiet;
};

//! The text without characters that steer a terminal or turn the order of letters around.
QString terminalText(const QString &text);

} // namespace desk
