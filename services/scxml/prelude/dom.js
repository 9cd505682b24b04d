// SPDX-License-Identifier: GPL-3.0-or-later
// XML as scripts read it (SCXML B.2.1): what of the DOM does not change anything. In JSON, and so
// in events, a document is {"$xml": text}.
(function (api, global, host) {
  "use strict";
  function Element(parts) {
    [this.tagName, this.attributes, this.childNodes, this.textContent] = parts;
    this.nodeName = this.tagName;
    this.childNodes = this.childNodes.map((one) => new Element(one));
    [this.attributes, this.childNodes, this].forEach(Object.freeze);
  }
  function collect(nodes, name, found) {
    nodes.forEach((node) => {
      if (name === "*" || node.tagName === name) {
        found.push(node);
      }
      collect(node.childNodes, name, found);
    });
    return found;
  }
  Element.prototype.getElementsByTagName = function (name) {
    return collect(this.childNodes, name, []);
  };
  Element.prototype.hasAttribute = function (name) {
    return Object.keys(this.attributes).includes(name);
  };
  Element.prototype.getAttribute = function (name) {
    return this.hasAttribute(name) ? this.attributes[name] : null;
  };

  function Document(xml, parts) {
    this.xml = xml;
    this.documentElement = new Element(parts);
    Object.freeze(this);
  }
  Document.prototype.getElementsByTagName = function (name) {
    return collect([this.documentElement], name, []);
  };
  Document.prototype.toJSON = function () {
    return { $xml: this.xml };
  };
  Document.prototype.toString = function () {
    return this.xml;
  };
  [Element, Document].forEach((one) => {
    Object.values(one.prototype).forEach(Object.freeze);
    Object.freeze(one.prototype);
    Object.freeze(one);
  });
  api.isDocument = (value) => value instanceof Document;
  api.xml = Object.freeze((text) => {
    const parts = host.xmlParts(text);
    return parts === "" ? text : new Document(text, api.read(parts));
  });
  const revived = (key, value) => (
    value !== null && typeof value === "object" && typeof value.$xml === "string"
      ? api.xml(value.$xml) : value);
  // The owner's text; what is no JSON is nothing.
  api.dataOf = (text, holdsXml) => {
    try {
      return text === undefined ? undefined
        : holdsXml ? api.readRevived(text, revived) : api.read(text);
    } catch (error) {
      return undefined;
    }
  };
})
