// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "svgguard.h"

#include "svgrules.h"

#include <QSet>
#include <QStringList>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype largestDocument = qsizetype{256} * 1024;
constexpr int mostElements = 2'000;
constexpr int deepestElement = 32;
constexpr int mostUses = 64;
constexpr qsizetype mostText = 500;

constexpr auto svgNamespace = "http://www.w3.org/2000/svg"_L1;
constexpr auto linkNamespace = "http://www.w3.org/1999/xlink"_L1;

class SvgCopy {
public:
    explicit SvgCopy(const QByteArray &document)
        : m_reader(document)
        , m_writer(&m_copy)
    {
    }

    std::optional<QByteArray> run()
    {
        while (!m_reader.atEnd()) {
            if (!take(m_reader.readNext()))
                return std::nullopt;
        }
        const bool refersInDepth = m_targets.intersects(m_referring);
        if (m_reader.hasError() || !m_hasRoot || refersInDepth)
            return std::nullopt;
        return m_copy;
    }

private:
    bool take(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::DTD: // before any of its entities could be used
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::ProcessingInstruction: // Qt's renderer would read a style sheet
            return false;
        case QXmlStreamReader::StartElement:
            return open();
        case QXmlStreamReader::EndElement:
            m_ids.removeLast();
            m_writer.writeEndElement();
            return true;
        case QXmlStreamReader::Characters:
            return takeText();
        default:
            return true;
        }
    }

    bool open()
    {
        if (++m_elements > mostElements || m_ids.size() >= deepestElement)
            return false;
        const QString name = m_reader.name().toString();
        const bool isOfSvg =
            m_reader.namespaceUri().isEmpty() || m_reader.namespaceUri() == svgNamespace;
        if (!m_hasRoot)
            return isOfSvg && name == "svg"_L1 && openRoot();
        // One svg within another gains nothing that a group does not.
        if (!isOfSvg || name == "svg"_L1 || !SvgRules::isKnownElement(name))
            return skip();
        if (name == "style"_L1)
            return copySheet();
        if (name == "use"_L1 && ++m_uses > mostUses)
            return false;
        m_writer.writeStartElement(name);
        copyAttributes();
        return true;
    }

    bool openRoot()
    {
        m_hasRoot = true;
        m_writer.writeStartElement(u"svg"_s);
        m_writer.writeAttribute(u"xmlns"_s, svgNamespace);
        m_writer.writeAttribute(u"xmlns:xlink"_s, linkNamespace);
        copyAttributes();
        return true;
    }

    // Elements inside count too, so a large document of unknown ones ends just the same.
    bool skip()
    {
        for (int depth = 1; depth > 0;) {
            const QXmlStreamReader::TokenType token = m_reader.readNext();
            if (token == QXmlStreamReader::StartElement) {
                ++depth;
                if (++m_elements > mostElements)
                    return false;
            } else if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::Invalid
                || token == QXmlStreamReader::EndDocument) {
                return false;
            }
        }
        return true;
    }

    bool copySheet()
    {
        const std::optional<QString> sheet =
            SvgRules::harmlessSheet(m_reader.readElementText(QXmlStreamReader::SkipChildElements));
        if (!sheet)
            return false;
        m_writer.writeTextElement(u"style"_s, *sheet);
        return true;
    }

    bool takeText()
    {
        if (m_reader.isWhitespace())
            return true;
        m_text += m_reader.text().size();
        if (m_text > mostText)
            return false;
        m_writer.writeCharacters(m_reader.text().toString());
        return true;
    }

    void copyAttributes()
    {
        m_ids.append(m_reader.attributes().value("id"_L1).toString());
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute &attribute : attributes)
            copyAttribute(attribute);
    }

    void copyAttribute(const QXmlStreamAttribute &attribute)
    {
        const bool isLink = attribute.name() == "href"_L1
            && (attribute.namespaceUri().isEmpty() || attribute.namespaceUri() == linkNamespace);
        if (isLink) {
            copyReference(attribute.value());
            return;
        }
        if (!attribute.namespaceUri().isEmpty() || !SvgRules::isKnownAttribute(attribute.name())
            || !SvgRules::isHarmlessValue(attribute.value())) {
            return;
        }
        if (attribute.name() == "style"_L1) {
            m_writer.writeAttribute(u"style"_s, SvgRules::knownDeclarations(attribute.value()));
            return;
        }
        m_writer.writeAttribute(attribute.name().toString(), attribute.value().toString());
    }

    void copyReference(QStringView reference)
    {
        const std::optional<QString> target = SvgRules::localTarget(reference);
        if (!target)
            return;
        m_targets.insert(*target);
        // Whatever holds a reference must not be referred to.
        for (const QString &id : std::as_const(m_ids))
            m_referring.insert(id);
        m_writer.writeAttribute(u"xlink:href"_s, u'#' + *target);
    }

    QXmlStreamReader m_reader;
    QByteArray m_copy;
    QXmlStreamWriter m_writer;
    QStringList m_ids; // of the elements that are open; may be empty
    QSet<QString> m_targets;
    QSet<QString> m_referring;
    qsizetype m_text = 0;
    int m_elements = 0;
    int m_uses = 0;
    bool m_hasRoot = false;
};

} // namespace

std::optional<QByteArray> guardedSvg(const QByteArray &document)
{
    if (document.size() > largestDocument)
        return std::nullopt;
    return SvgCopy(document).run();
}

} // namespace desk
