// SPDX-License-Identifier: GPL-3.0-or-later
// A session's data as JSON, exactly: with undefined, NaN, objects that are held twice or
// hold themselves, and functions of the chart. What cannot be kept exactly is refused. Runs no code
// of the session's, so that nothing need watch it.
(function (api) {
  "use strict";
  const { limits, nameOf } = api;
  const tagged = (tag, v) => ({ $: tag, v });

  function Pack(system) {
    this.system = system;
    this.seen = new Map();
    this.left = limits.text;
  }
  Pack.prototype.of = function (value) {
    this.left -= typeof value === "string" ? value.length + 2 : 4;
    if (this.left < 0) {
      throw new RangeError(`more than ${limits.text} characters of data`);
    }
    switch (typeof value) {
    case "undefined": return tagged("undefined");
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? value
        : tagged("number", Object.is(value, -0) ? "-0" : String(value));
    case "symbol": throw new TypeError("a symbol cannot be stored");
    case "string": case "boolean": return value;
    default: return value === null ? null : this.ofObject(value);
    }
  };
  Pack.prototype.ofObject = function (value) {
    const known = nameOf(value);
    if (known !== undefined) {
      return tagged("known", known);
    }
    if (value === this.system.event || value === this.system.ioProcessors) {
      return tagged(value === this.system.event ? "event" : "io");
    }
    if (typeof value === "function") {
      throw new TypeError("a function that the chart does not declare cannot be stored");
    }
    if (this.seen.has(value)) {
      return tagged("same", this.seen.get(value));
    }
    // QJSEngine's Map looks through all its entries.
    if (this.seen.size >= limits.objects) {
      throw new RangeError(`more than ${limits.objects} objects`);
    }
    this.seen.set(value, this.seen.size);
    if (api.isDocument(value)) {
      return tagged("xml", value.xml);
    }
    if (Array.isArray(value)) {
      const packed = this.ofArray(value);
      return Object.isFrozen(value) ? tagged("frozenlist", packed) : packed;
    }
    if (value instanceof RegExp) {
      return tagged("pattern", [value.source, value.flags, value.lastIndex]);
    }
    if (value instanceof Map || value instanceof Set) {
      return tagged(value instanceof Map ? "map" : "set", this.ofArray([...value]));
    }
    if (value instanceof Error && nameOf(Object.getPrototypeOf(value)) !== undefined) {
      return tagged("error", [nameOf(Object.getPrototypeOf(value).constructor), value.message]);
    }
    return this.ofFields(value);
  };
  Object.assign(api, { Pack, tagged });
})
