// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/xmltree.h"

#include "base/xmltags.h"

#include <QStringList>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

QString textOf(const Findings &findings)
{
    QStringList lines;
    for (const auto &finding : findings) {
        lines += u"line %1, column %2: %3"_s.arg(finding.at.line)
                     .arg(finding.at.column)
                     .arg(finding.message);
    }
    return lines.join(u'\n');
}

namespace {

// Builds the tree without recursion, so that a deep document takes no stack.
class TreeReader
{
public:
    TreeReader(const QByteArray &document, const XmlLimits &limits)
        : m_text(QString::fromUtf8(document)), m_reader(m_text), m_limits(limits)
    {
    }

    std::expected<Element, Findings> read()
    {
        while (!m_reader.atEnd() && m_findings.isEmpty())
            take(m_reader.readNext());
        if (m_findings.isEmpty() && m_reader.hasError())
            refuse({static_cast<int>(m_reader.lineNumber()),
                    static_cast<int>(m_reader.columnNumber()) + 1},
                   u"not well-formed XML: "_s + m_reader.errorString()
                       + u". Correct the markup here or just before."_s);
        if (!m_findings.isEmpty())
            return std::unexpected(m_findings);
        return std::move(m_root);
    }

private:
    void take(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::DTD:
            refuse(begin(), u"a document type declaration is not accepted. Remove <!DOCTYPE>."_s);
            break;
        case QXmlStreamReader::EntityReference:
            refuse(begin(),
                   u"entity \"%1\" is unknown. Write the character itself."_s.arg(m_reader.name()));
            break;
        case QXmlStreamReader::StartElement: open(); break;
        case QXmlStreamReader::EndElement: close(); break;
        case QXmlStreamReader::Characters:
            if (!m_open.empty())
                m_open.back().text += m_reader.text();
            break;
        default: break;
        }
        m_end = endOf(token);
    }

    // Where the token before ended. The reader has taken the "<" behind a text, and looks ahead
    // where there is no XML declaration.
    qsizetype endOf(QXmlStreamReader::TokenType token) const
    {
        const auto offset = static_cast<qsizetype>(m_reader.characterOffset());
        if (token == QXmlStreamReader::StartDocument)
            return m_text.startsWith(u"<?xml"_s) ? offset : 0;
        return token == QXmlStreamReader::Characters && !m_reader.isCDATA() ? offset - 1 : offset;
    }

    // Where the token now begins.
    Position begin()
    {
        const auto size = m_text.size();
        for (; m_at < size && (m_at < m_end || m_text[m_at].isSpace()); ++m_at) {
            ++m_position.column;
            if (m_text[m_at] == u'\n')
                m_position = {m_position.line + 1, 1};
        }
        return m_position;
    }

    void open()
    {
        const auto at = begin();
        if (static_cast<int>(m_open.size()) >= m_limits.depth)
            return refuse(at,
                          u"elements are nested deeper than %1. Nest less."_s.arg(m_limits.depth));
        if (++m_elements > m_limits.elements)
            return refuse(at,
                          u"more than %1 elements. Split the document."_s.arg(m_limits.elements));
        Element element;
        element.space = m_reader.namespaceUri().toString();
        element.name = m_reader.name().toString();
        element.at = at;
        const auto attributes = m_reader.attributes();
        if (attributes.size() > m_limits.attributes)
            return refuse(at, u"more than %1 attributes. Use children."_s.arg(m_limits.attributes));
        for (const auto &attribute : attributes) {
            auto value = attribute.value().toString();
            element.attributes.push_back({attribute.namespaceUri().toString(),
                                          attribute.name().toString(),
                                          value.isNull() ? u""_s : std::move(value)});
        }
        m_open.push_back(std::move(element));
    }

    void close()
    {
        auto done = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty())
            m_root = std::move(done);
        else
            m_open.back().children.push_back(std::move(done));
    }

    void refuse(Position at, const QString &message) { m_findings.append({at, message}); }

    const QString m_text;
    QXmlStreamReader m_reader;
    const XmlLimits m_limits;
    std::vector<Element> m_open;
    Element m_root;
    qsizetype m_end = 0;
    qsizetype m_at = 0; // whose position is m_position
    Position m_position{1, 1};
    int m_elements = 0;
    Findings m_findings;
};

// At most as deep as the limits let the tree become.
void write(QXmlStreamWriter &writer, const Element &element, const QString &outerSpace)
{
    writer.writeStartElement(element.name);
    if (element.space != outerSpace)
        writer.writeDefaultNamespace(element.space);
    for (const auto &attribute : element.attributes)
        writer.writeAttribute(attribute.space, attribute.name, attribute.value);
    if (element.children.empty())
        writer.writeCharacters(element.text);
    for (const auto &child : element.children)
        write(writer, child, element.space);
    writer.writeEndElement();
}

} // namespace

QString Element::attribute(QStringView wanted) const
{
    for (const auto &one : attributes) {
        if (one.space.isEmpty() && one.name == wanted)
            return one.value;
    }
    return {};
}

QString Element::innerXml() const
{
    QString xml;
    QXmlStreamWriter writer(&xml);
    for (const auto &child : children)
        write(writer, child, QString());
    return xml;
}

std::expected<Element, Findings> readXml(const QByteArray &document, const XmlLimits &limits)
{
    if (document.size() > limits.bytes) {
        return std::unexpected(Findings{
            {{1, 1},
             u"the document has %1 bytes; at most %2 are read. Split it."_s.arg(document.size())
                 .arg(limits.bytes)}});
    }
    const auto tag = longestTag({document.constData(), static_cast<size_t>(document.size())});
    if (tag > static_cast<size_t>(limits.tag)) {
        return std::unexpected(
            Findings{{{1, 1},
                      u"a tag has %1 bytes; at most %2 are read. Use children."_s.arg(tag).arg(
                          limits.tag)}});
    }
    return TreeReader(document, limits).read();
}

} // namespace tandem::scxml
