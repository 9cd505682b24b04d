// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine calls: to compile, to show an event, to make texts of values.
(function (api) {
  "use strict";
  const shown = (error) => (
    error instanceof Error ? `${error.name}: ${error.message}` : `${error}`);
  // Marks what was thrown, so that a value that is an error is told from an error.
  const wrap = Object.freeze((error) => {
    const thrown = new Error("");
    try {
      thrown.told = shown(error);
    } catch (another) {
      thrown.told = "an error that cannot be shown";
    }
    return thrown;
  });
  const known = Object.freeze((value, name) => {
    if (typeof value === "function" && Object.isExtensible(value)
      && api.nameOf(value) === undefined) {
      api.giveName(value, name);
    }
    return value;
  });
  // The first compilation finds a bracket that would end what is put around the text.
  api.compile = (check, body) => {
    new api.Function(check);
    const made = new api.Function("$wrap", "$known", "$xml", `return ${body}`)(
      wrap, known, api.xml);
    Object.freeze(made.prototype);
    return Object.freeze(made);
  };
  api.newData = (ids) => {
    const data = Object.create(null);
    ids.forEach((id) => {
      data[id] = undefined;
    });
    return data;
  };
  api.event = (name, type, sendid, origin, origintype, invokeid, data, holdsXml) => Object.freeze({
    name, type, sendid, origin, origintype, invokeid,
    data: api.dataOf(data, holdsXml),
  });
  api.ioProcessors = (location) => {
    const scxml = Object.freeze({ location });
    return Object.freeze({
      scxml, "http://www.w3.org/TR/scxml/#SCXMLEventProcessor": scxml,
    });
  };
  api.json = (value) => api.write(value);
  api.told = (value) => {
    if (value !== null && typeof value === "object" && !(value instanceof Error)
      && !api.isDocument(value)) {
      return api.write(value);
    }
    return typeof value === "function" ? "a function" : api.textOf(String(value));
  };
  api.copyOfList = (list) => (Array.isArray(list) ? list.slice() : undefined);
})
