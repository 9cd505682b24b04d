// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/position.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <utility>
#include <vector>

namespace tandem::scxml {

// What a document may take. Beyond it the document is refused before it is kept in memory.
struct XmlLimits
{
    qsizetype bytes = 1024 * 1024;
    int depth = 100;
    int elements = 20'000;
    int attributes = 100;      // of one element
    qsizetype tag = 32 * 1024; // bytes
};

// An element of a document, with where it begins. Text between the children is kept in one piece.
struct Element
{
    struct Attribute
    {
        QString space;
        QString name;
        QString value;
    };

    QString space; // the namespace
    QString name;
    Position at;
    std::vector<Attribute> attributes;
    std::vector<Element> children;
    QString text;

    // Of an attribute without a namespace; null where there is none.
    QString attribute(QStringView wanted) const;
    bool has(QStringView wanted) const { return !attribute(wanted).isNull(); }
    // What stands in it, as XML again.
    QString innerXml() const;
};

// Reads XML 1.0 with namespaces, in UTF-8. Refuses document type declarations (and with them
// entities of the document's own), what is beyond the limits, and what is not well formed. Any
// thread.
std::expected<Element, Findings> readXml(const QByteArray &document, const XmlLimits &limits = {});

} // namespace tandem::scxml
