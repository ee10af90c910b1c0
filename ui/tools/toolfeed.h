// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tools/tooloffer.h"

#include "core/connectdetails.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QString>

namespace desk {

class ToolCatalogue;

/*!
 * The tools that can be offered now: those of the current profile in one category, from what was
 * kept at once, and from the API once there is a client. A list older than a while is read again
 * in the background. Workspace and catalogue must outlive it.
 */
class ToolFeed final : public QObject {
    Q_OBJECT

public:
    ToolFeed(Workspace &workspace, ToolCatalogue &catalogue, QObject *parent);

    Category category() const { return m_category; }
    void setCategory(Category category);
    //! Asks the API, however young the list is.
    void refresh();
    //! As it stands now.
    ToolOffer offer();
    //! The tool of that id in that category, as far as the current profile's list is known.
    std::optional<Tool> tool(const QString &id, Category category);

Q_SIGNALS:
    void offerChanged();

private:
    void followWorkspace();
    void refreshIfOld();
    bool isOld(const QDateTime &fetchedAt) const;
    QString environment() const;
    bool isMine(const QString &environment, Category category) const;
    QString missingClient() const;

    Workspace &m_workspace;
    ToolCatalogue &m_catalogue;
    Category m_category = Category::Hris;
    QDateTime m_started = QDateTime::currentDateTimeUtc();
    QString m_problem;
};

} // namespace desk
