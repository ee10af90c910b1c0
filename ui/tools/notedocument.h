// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextDocument>

namespace desk {

/*!
 * A note of the API in Markdown, made harmless: no HTML (it shows as text), no picture (its
 * description stands in its place), nothing loaded from anywhere, and no link but to https. Too
 * long a note is cut.
 */
class NoteDocument final : public QTextDocument {
    Q_OBJECT

public:
    static constexpr qsizetype longest = qsizetype{4} * 1024;

    using QTextDocument::QTextDocument;

    void setNote(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void replacePictures();
    void dropForeignLinks();
};

//! What a link of a note may lead to: https, with a host and no user name that hides it.
bool isNoteLink(const QUrl &url);

} // namespace desk
