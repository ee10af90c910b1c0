// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace desk {

/*!
 * A JSON text as its nodes, in the order of the text: names that stand twice, the digits of a
 * number and the order of members stay as they are, which QJsonDocument cannot do. A text that is
 * broken or cut yields the nodes up to there. Node 0 is the document; a node comes before its
 * children, and they before its next sibling.
 */
class JsonOutline {
public:
    static constexpr int maximumDepth = 200;
    static constexpr int maximumNodes = 200'000;

    enum class Kind { Object, Array, String, Number, True, False, Null };

    struct Node {
        Kind kind = Kind::Null;
        int parent = -1;
        int row = 0; //!< among its siblings
        int childCount = 0;
        int firstChild = 0; // a place in m_children
        bool isRepeated = false; //!< a name that an earlier member of its object has
        qsizetype nameAt = -1; // the string's first character behind its quotation mark
        qsizetype nameLength = 0;
        qsizetype valueAt = 0;
        qsizetype valueLength = 0;
    };

    struct Problem {
        enum class Kind {
            NotJson, //!< something stands there that JSON does not have
            Ended, //!< before the document did
            TooDeep,
            TooMany, //!< nodes
        };

        Kind kind = Kind::NotJson;
        qsizetype at = 0; //!< how many characters stand before it
    };

    JsonOutline() = default;
    explicit JsonOutline(const QString &text);

    //! Why it ends before its text does, if it does.
    const std::optional<Problem> &problem() const { return m_problem; }
    int size() const { return static_cast<int>(m_nodes.size()); }
    const Node &node(int id) const { return m_nodes.at(id); }
    int child(int id, int row) const { return m_children.at(m_nodes.at(id).firstChild + row); }
    bool hasName(int id) const { return m_nodes.at(id).nameAt >= 0; }

    /*!
     * Name and value as one line: escapes stand for their characters unless those cannot be seen or
     * turn text around, which stand as escapes whatever the text had. Values of objects and arrays
     * are empty; strings keep their quotation marks.
     */
    QString name(int id) const;
    QString value(int id) const;
    //! A string without quotation marks and with all its characters, else the text of the value.
    QString plainValue(int id) const;

private:
    void linkChildren();
    void markRepeated(int object);

    QString m_text;
    QList<Node> m_nodes;
    QList<int> m_children;
    std::optional<Problem> m_problem;
};

} // namespace desk
