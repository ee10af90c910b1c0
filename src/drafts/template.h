// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QMetaType>
#include <QString>

namespace desk {

namespace TemplateLimit {
constexpr qsizetype templates = 200;
constexpr qsizetype name = 100;
} // namespace TemplateLimit

//! A form that was filled once and is wanted again.
struct Template {
    QString id; //!< random; stays when the name changes
    QString name;
    ConnectDetails details;

    //! Says who the client is, too; most templates do not.
    bool hasClient() const
    {
        return !details.email.isEmpty() || !details.organization.isEmpty()
            || details.originId.has_value();
    }

    friend bool operator==(const Template &, const Template &) = default;
};

//! The details without email, organization and origin ID.
inline ConnectDetails withoutClient(ConnectDetails details)
{
    details.email.clear();
    details.organization.clear();
    details.originId.reset();
    return details;
}

//! What the form holds once a template is opened in it: all of the template, but of a template
//! without a client the client that stands in the form.
inline ConnectDetails opened(const Template &chosen, const ConnectDetails &form)
{
    ConnectDetails details = chosen.details;
    if (chosen.hasClient())
        return details;
    details.email = form.email;
    details.organization = form.organization;
    details.originId = form.originId;
    return details;
}

} // namespace desk

Q_DECLARE_METATYPE(desk::Template)
