// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "jsonoutline.h"

#include <QSet>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isBlank(QChar letter)
{
    return letter == u' ' || letter == u'\n' || letter == u'\r' || letter == u'\t';
}

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

//! Whether a character would be invisible, break the line, or turn the text around it.
bool isHidden(QChar letter)
{
    switch (letter.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString escape(QChar letter)
{
    switch (letter.unicode()) {
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    case u'"':
        return u"\\\""_s;
    case u'\\':
        return u"\\\\"_s;
    default:
        return u"\\u%1"_s.arg(letter.unicode(), 4, 16, QLatin1Char('0'));
    }
}

//! The characters that a string of JSON stands for; it was read before, so it has no mistakes.
QString unescaped(QStringView raw)
{
    constexpr int base = 16;
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) != u'\\' || i + 1 >= raw.size()) {
            text.append(raw.at(i));
            continue;
        }
        const QChar what = raw.at(++i);
        if (what == u'u') {
            text.append(QChar(raw.mid(i + 1, 4).toUShort(nullptr, base)));
            i += 4;
        } else if (what == u'n') {
            text.append(u'\n');
        } else if (what == u'r') {
            text.append(u'\r');
        } else if (what == u't') {
            text.append(u'\t');
        } else if (what == u'b' || what == u'f') {
            text.append(what == u'b' ? u'\b' : u'\f');
        } else {
            text.append(what);
        }
    }
    return text;
}

QString shown(QStringView raw)
{
    QString line;
    line.reserve(raw.size());
    for (const QChar letter : unescaped(raw)) {
        if (isHidden(letter) || letter == u'"' || letter == u'\\')
            line.append(escape(letter));
        else
            line.append(letter);
    }
    return line;
}

using Kind = JsonOutline::Kind;
using Node = JsonOutline::Node;
using Problem = JsonOutline::Problem;

//! Reads one text, without recursion, so that no depth can exhaust the stack.
class Reader {
public:
    Reader(const QString &text, QList<Node> &nodes)
        : m_text(text)
        , m_nodes(nodes)
    {
    }

    std::optional<Problem> read()
    {
        if (readValue()) {
            while (!m_open.isEmpty() && readInContainer()) { }
        }
        skipBlanks();
        if (!m_problem && m_at < m_text.size())
            complain(Problem::Kind::NotJson);
        while (!m_open.isEmpty()) // what a cut text left open
            close();
        return m_problem;
    }

private:
    bool complain(Problem::Kind kind)
    {
        if (!m_problem)
            m_problem = Problem{kind, m_at};
        return false;
    }
    bool unexpected()
    {
        return complain(m_at >= m_text.size() ? Problem::Kind::Ended : Problem::Kind::NotJson);
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text.at(m_at)))
            ++m_at;
    }
    bool isNext(QChar letter) const { return m_at < m_text.size() && m_text.at(m_at) == letter; }
    bool take(QChar letter)
    {
        if (!isNext(letter))
            return false;
        ++m_at;
        return true;
    }

    //! One step inside the innermost open container: its end, or a comma and the next child.
    bool readInContainer()
    {
        const int container = m_open.constLast();
        const bool isObject = m_nodes.at(container).kind == Kind::Object;
        skipBlanks();
        if (take(isObject ? u'}' : u']'))
            return close();
        if (m_nodes.at(container).childCount > 0 && !take(u','))
            return unexpected();
        m_nameAt = -1;
        if (isObject && !readName())
            return false;
        return readValue();
    }

    bool readName()
    {
        skipBlanks();
        if (!isNext(u'"'))
            return unexpected();
        const qsizetype from = m_at;
        if (!readString())
            return false;
        m_nameAt = from + 1;
        m_nameLength = m_at - from - 2;
        skipBlanks();
        return take(u':') || unexpected();
    }

    bool readValue()
    {
        skipBlanks();
        if (m_at >= m_text.size())
            return unexpected();
        if (m_nodes.size() >= JsonOutline::maximumNodes)
            return complain(Problem::Kind::TooMany);
        const qsizetype from = m_at;
        const QChar first = m_text.at(m_at);
        if (first == u'{' || first == u'[')
            return open(first == u'{' ? Kind::Object : Kind::Array);
        if (first == u'"')
            return readString() && add(Kind::String, from);
        if (first == u'-' || isDigit(first))
            return readNumber() && add(Kind::Number, from);
        return readWord();
    }

    bool open(Kind kind)
    {
        if (m_open.size() >= JsonOutline::maximumDepth)
            return complain(Problem::Kind::TooDeep);
        const qsizetype from = m_at++;
        add(kind, from);
        m_open.append(static_cast<int>(m_nodes.size()) - 1);
        return true;
    }

    bool close()
    {
        Node &node = m_nodes[m_open.takeLast()];
        node.valueLength = m_at - node.valueAt;
        return true;
    }

    bool add(Kind kind, qsizetype from)
    {
        Node node;
        node.kind = kind;
        node.nameAt = m_nameAt;
        node.nameLength = m_nameLength;
        node.valueAt = from;
        node.valueLength = m_at - from;
        if (!m_open.isEmpty()) {
            node.parent = m_open.constLast();
            node.row = m_nodes[node.parent].childCount++;
        }
        m_nodes.append(node);
        m_nameAt = -1;
        return true;
    }

    bool readString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar letter = m_text.at(m_at);
            if (letter == u'"') {
                ++m_at;
                return true;
            }
            if (letter < u' ')
                return unexpected();
            if (letter == u'\\' && !readEscape())
                return false;
        }
        return unexpected();
    }

    //! Stops at the escape's last character.
    bool readEscape()
    {
        ++m_at;
        if (m_at >= m_text.size())
            return unexpected();
        if (m_text.at(m_at) != u'u')
            return QStringView(u"\"\\/bfnrt").contains(m_text.at(m_at)) || unexpected();
        for (int digit = 0; digit < 4; ++digit) {
            ++m_at;
            if (m_at >= m_text.size()
                || !QStringView(u"0123456789abcdefABCDEF").contains(m_text.at(m_at)))
                return unexpected();
        }
        return true;
    }

    bool readDigits()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isDigit(m_text.at(m_at)))
            ++m_at;
        return m_at > from || unexpected();
    }

    bool readNumber()
    {
        take(u'-');
        if (!take(u'0') && !readDigits())
            return false;
        if (take(u'.') && !readDigits())
            return false;
        if (!take(u'e') && !take(u'E'))
            return true;
        if (!take(u'+'))
            take(u'-');
        return readDigits();
    }

    bool readWord()
    {
        constexpr std::array words{std::pair{"true"_L1, Kind::True},
            std::pair{"false"_L1, Kind::False}, std::pair{"null"_L1, Kind::Null}};
        const QStringView rest = QStringView(m_text).sliced(m_at);
        for (const auto &[word, kind] : words) {
            if (rest.startsWith(word)) {
                const qsizetype from = m_at;
                m_at += word.size();
                return add(kind, from);
            }
            if (rest.size() < word.size() && word.startsWith(rest)) {
                m_at = m_text.size();
                return unexpected();
            }
        }
        return unexpected();
    }

    const QString &m_text;
    QList<Node> &m_nodes;
    QList<int> m_open; // containers, the innermost last
    qsizetype m_at = 0;
    qsizetype m_nameAt = -1;
    qsizetype m_nameLength = 0;
    std::optional<Problem> m_problem;
};

} // namespace

JsonOutline::JsonOutline(const QString &text)
    : m_text(text)
{
    m_problem = Reader(m_text, m_nodes).read();
    linkChildren();
    for (int id = 0; id < size(); ++id) {
        if (m_nodes.at(id).kind == Kind::Object)
            markRepeated(id);
    }
}

QString JsonOutline::name(int id) const
{
    const Node &node = m_nodes.at(id);
    return hasName(id) ? shown(QStringView(m_text).sliced(node.nameAt, node.nameLength))
                       : QString();
}

QString JsonOutline::value(int id) const
{
    const Node &node = m_nodes.at(id);
    if (node.kind == Kind::Object || node.kind == Kind::Array)
        return {};
    const QStringView raw = QStringView(m_text).sliced(node.valueAt, node.valueLength);
    return node.kind == Kind::String ? u"\"%1\""_s.arg(shown(raw.sliced(1, raw.size() - 2)))
                                     : raw.toString();
}

QString JsonOutline::plainValue(int id) const
{
    const Node &node = m_nodes.at(id);
    const QStringView raw = QStringView(m_text).sliced(node.valueAt, node.valueLength);
    return node.kind == Kind::String ? unescaped(raw.sliced(1, raw.size() - 2)) : raw.toString();
}

void JsonOutline::linkChildren()
{
    int next = 0;
    for (Node &node : m_nodes) {
        node.firstChild = next;
        next += node.childCount;
    }
    m_children.resize(next);
    for (int id = 1; id < size(); ++id) {
        const Node &node = m_nodes.at(id);
        m_children[m_nodes.at(node.parent).firstChild + node.row] = id;
    }
}

void JsonOutline::markRepeated(int object)
{
    QSet<QString> seen;
    for (int row = 0; row < m_nodes.at(object).childCount; ++row) {
        const int member = child(object, row);
        const Node &node = m_nodes.at(member);
        const QString name = unescaped(QStringView(m_text).sliced(node.nameAt, node.nameLength));
        if (seen.contains(name))
            m_nodes[member].isRepeated = true;
        seen.insert(name);
    }
}

} // namespace desk
