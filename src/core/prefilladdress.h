// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "prefill.h"
#include "result.h"

#include <QList>
#include <QObject>
#include <QString>

namespace desk {

//! Why an address as a whole is not read.
enum class PrefillProblem {
    OtherScheme,
    TooLong,
    OtherPath, //!< neither connect-desk:new nor connect-desk://new
    NotAnAddress, //!< holds blanks or line breaks
    TooMany, //!< parameters
};

//! A parameter of an address that is not used. Its value is not in here: it may be a key.
struct PrefillRefusal {
    Q_GADGET
public:
    enum class Reason {
        Unknown,
        NamesHostOrKey, //!< where requests go and with which key is never up to an address
        Twice, //!< given more than once; none of the values is used
        BadEncoding, //!< broken percent-encoding, or not UTF-8
        ControlCharacters, //!< or marks that turn the direction of writing
        TooLong,
        UnknownValue, //!< none of those the field takes
        Fragment, //!< what stands behind a #
    };
    Q_ENUM(Reason)

    QString parameter; //!< fit to be shown; empty if its name is not
    Reason reason = Reason::Unknown;

    friend bool operator==(const PrefillRefusal &, const PrefillRefusal &) = default;
};

/*!
 * A connect-desk: address, by which other programs fill the form:
 * connect-desk:new?email=jo%40northwind.example&category=ATS. Its parameters are named like the
 * options of the command line and hold percent-encoded UTF-8; a + is a plus. One without a value
 * counts as not given, but for filtering and field-mapping, which it switches on.
 */
struct PrefillAddress {
    static constexpr qsizetype maximumLength = qsizetype{8} * 1024;

    Prefill prefill;
    QList<PrefillRefusal> refused; //!< in the order of the address, each parameter once

    static Result<PrefillAddress, PrefillProblem> read(const QString &address);
    //! Whether a word of the command line is meant as one, whatever the rest of it.
    static bool hasScheme(const QString &text);
};

} // namespace desk
