// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tool.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

/*!
 * The tools of one list, made ready for being searched while somebody types: texts are folded once,
 * and what shows them needs no rule of its own. Positions are those of the order in which a person
 * sees the tools: by label, variants side by side. Of two tools with one id only the first is kept,
 * since an id is what gets sent.
 */
class ToolIndex {
public:
    //! What a text in the tool's field stands for.
    struct Meaning {
        enum class Kind {
            Nothing, //!< there is no text
            OneTool, //!< its id, or the label of no other tool
            SeveralTools, //!< a label that tools share
            NoTool, //!< may be an id all the same: the list may be old
        };

        Kind kind = Kind::Nothing;
        qsizetype position = -1; //!< of OneTool
        qsizetype count = 0; //!< how many tools have that label
    };

    ToolIndex() = default;
    explicit ToolIndex(const QList<Tool> &tools);

    qsizetype size() const { return m_entries.size(); }
    const Tool &tool(qsizetype position) const { return m_entries.at(position).tool; }

    //! The label on one line and of a sane length, or the id if there is none.
    const QString &title(qsizetype position) const { return m_entries.at(position).title; }
    //! What tells a tool from others of its label: the internal label, else, if its label is
    //! shared, the id. Empty if the title says it all.
    const QString &secondLine(qsizetype position) const { return m_entries.at(position).second; }
    bool sharesLabel(qsizetype position) const { return m_entries.at(position).sharesLabel; }

    std::optional<qsizetype> positionOf(const QString &id) const;

    /*!
     * The positions of the tools in which each word of the query is found, in label, id or internal
     * label; best first: the whole name, its beginning, the beginning of a word, anywhere. Without
     * a word, all of them.
     */
    QList<qsizetype> matches(const QString &query) const;

    //! An id is compared letter by letter first, a label and then an id as a search would.
    Meaning meaningOf(const QString &text) const;

private:
    struct Entry {
        Tool tool;
        QString title;
        QString second;
        bool sharesLabel = false;
        QString label; // these three are folded
        QString id;
        QString internalLabel;
    };

    static Entry entryOf(const Tool &tool);
    static int rankOf(const Entry &entry, const QString &query, const QStringList &words);
    void tellApart();

    QList<Entry> m_entries;
};

} // namespace desk
