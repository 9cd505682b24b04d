// SPDX-License-Identifier: GPL-3.0-or-later
// A session's data as JSON, exactly: with undefined, NaN, objects that are held twice or
// hold themselves, and functions of the chart. What cannot be kept exactly is refused. Runs no code
// of the session's, so that nothing need watch it.
(function (api) {
  "use strict";
  const { limits, builtIns, nameOf } = api;
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
    const tag = base === null ? "bare" : "object";
    return tagged(Object.isFrozen(value) && fields.length > 0 ? `frozen${tag}` : tag, fields);
  };
  function packed(data, names, system) {
    const pack = new Pack(system);
    return names.map((name) => {
      try {
        return [name, pack.of(data[name])];
      } catch (error) {
        throw new TypeError(`"${name}": ${error.message}`);
      }
    });
  }
  function canBePacked(data, names, system) {
    try {
      packed(data, names, system);
      return true;
    } catch (error) {
      return false;
    }
  }
  api.pack = (data, event, ioProcessors, isLoose) => {
    const system = { event, ioProcessors };
    const names = Object.keys(data);
    if (!isLoose) {
      return api.write(packed(data, names, system));
    }
    const kept = names.filter((name) => canBePacked(data, [name], system));
    return api.write(canBePacked(data, kept, system) ? packed(data, kept, system) : []);
  };
  api.builtIn = (name) => builtIns[name];
})
