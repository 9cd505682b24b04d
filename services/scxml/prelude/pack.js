// SPDX-License-Identifier: GPL-3.0-or-later
// A session's data as JSON and back, exactly: with undefined, NaN, objects that are held twice or
// hold themselves, and functions of the chart. What cannot be kept exactly is refused.
(function (api) {
  "use strict";
  const { limits, origins, builtIns } = api;
  const tagged = (tag, v) => ({ $: tag, v });

  function Pack() {
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
    if (origins.has(value)) {
      return tagged("known", origins.get(value));
    }
    if (typeof value === "function") {
      throw new TypeError("a function that the chart does not declare cannot be stored");
    }
    if (this.seen.has(value)) {
      return tagged("same", this.seen.get(value));
    }
    this.seen.set(value, this.seen.size);
    if (Array.isArray(value)) {
      return this.ofArray(value);
    }
    if (value instanceof RegExp) {
      return tagged("pattern", [value.source, value.flags, value.lastIndex]);
    }
    if (value instanceof Map || value instanceof Set) {
      return tagged(value instanceof Map ? "map" : "set", this.ofArray([...value]));
    }
    if (value instanceof Error && origins.has(value.constructor)) {
      return tagged("error", [origins.get(value.constructor), value.message]);
    }
    return this.ofFields(value);
  };
  Pack.prototype.ofArray = function (list) {
    api.checkItems(list);
    if (Object.keys(list).some((key) => !(Number(key) < list.length))) {
      throw new TypeError("a list with named properties cannot be stored");
    }
    const packed = [];
    for (let i = 0; i < list.length; ++i) {
      packed.push(i in list ? this.of(list[i]) : tagged("hole"));
    }
    return packed;
  };
  Pack.prototype.ofFields = function (value) {
    const base = Object.getPrototypeOf(value);
    if (base !== null && base !== Object.prototype) {
      throw new TypeError("an object of a class cannot be stored");
    }
    const fields = Object.getOwnPropertyNames(value).map((name) => {
      const own = Object.getOwnPropertyDescriptor(value, name);
      if (own.get !== undefined || own.set !== undefined) {
        throw new TypeError("an object with a computed property cannot be stored");
      }
      return [name, this.of(own.value)];
    });
    return tagged(base === null ? "bare" : "object", fields);
  };
  function packed(data, names) {
    const pack = new Pack();
    return names.map((name) => {
      try {
        return [name, pack.of(data[name])];
      } catch (error) {
        throw new TypeError(`"${name}": ${error.message}`);
      }
    });
  }
  function canBePacked(data, names) {
    try {
      packed(data, names);
      return true;
    } catch (error) {
      return false;
    }
  }
  api.pack = (data, isLoose) => {
    const names = Object.keys(data);
    if (!isLoose) {
      return api.write(packed(data, names));
    }
    const kept = names.filter((name) => canBePacked(data, [name]));
    return api.write(canBePacked(data, kept) ? packed(data, kept) : []);
  };
  api.builtIn = (name) => builtIns[name];
})
