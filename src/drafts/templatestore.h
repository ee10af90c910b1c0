// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "detailsfolder.h"
#include "template.h"

#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

//! Why a template is not made, changed or removed.
struct TemplateError {
    Q_GADGET
public:
    enum class Kind {
        NameMissing,
        NameTooLong,
        NameControlCharacters, //!< or marks that turn the direction of writing
        NameTaken, //!< whatever its capitals and accents
        TooMany,
        NotFound, //!< removed meanwhile, by another instance perhaps
        File, //!< the file is not to be had, see file
    };
    Q_ENUM(Kind)

    Kind kind = Kind::NameMissing;
    std::optional<DetailsFileProblem> file;
};

//! What restore() needs to undo a removal; good for as long as somebody keeps it.
struct RemovedTemplate {
    Template removed;
    QJsonObject content; //!< of its file
};

/*!
 * The templates of a folder, one file each, so that several instances of this application lose
 * nothing of each other's: each operation looks at the folder first and touches one file. Either
 * all of it happens or, if the file cannot be written, nothing. Holds no secret.
 */
class TemplateStore final : public QObject {
    Q_OBJECT

public:
    //! The folder is the templates' own; it need not exist. Nothing is read before refresh().
    explicit TemplateStore(const QString &folder, QObject *parent = nullptr);

    //! Those opened last come first, then by name. Two that got the same name at the same time are
    //! told apart by a number.
    const QList<Template> &templates() const { return m_templates; }
    std::optional<Template> byId(const QString &id) const;
    //! The one of that name, whatever its capitals and accents.
    std::optional<Template> named(const QString &name) const;
    //! Looks at the folder anew.
    void refresh();

    Result<Template, TemplateError> create(const QString &name, const ConnectDetails &details);
    Result<Template, TemplateError> rename(const QString &id, const QString &name);
    Result<Template, TemplateError> replace(const QString &id, const ConnectDetails &details);
    Result<RemovedTemplate, TemplateError> remove(const QString &id);
    //! Under its old id. Should its name be taken by now, it gets a number.
    Result<Template, TemplateError> restore(const RemovedTemplate &removed);
    //! It was opened, and will come first next time. Should that not be kept, nothing is lost.
    void noteOpened(const QString &id);

    //! The first file that could not be read when the folder was last looked at.
    const std::optional<DetailsFileProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    std::optional<TemplateError> refusalOfName(const QString &name, const QString &id) const;
    Result<Template, TemplateError> write(const Template &value, QJsonObject content);
    Result<QJsonObject, TemplateError> contentOf(const QString &id) const;

    DetailsFolder m_folder;
    QList<Template> m_templates;
    std::optional<DetailsFileProblem> m_problem;
};

} // namespace desk
