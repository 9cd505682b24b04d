// SPDX-License-Identifier: GPL-3.0-or-later
// The other way of pack.js.
(function (api) {
  "use strict";
  const numbers = { NaN, Infinity, "-Infinity": -Infinity, "-0": -0 };

  function Unpack(declared, host) {
    this.declared = declared;
    this.host = host;
    this.made = [];
  }
  Unpack.prototype.of = function (packed) {
    if (packed === null || typeof packed !== "object") {
      return packed;
    }
    return Array.isArray(packed) ? this.intoArray(this.keep([]), packed) : this.ofTagged(packed);
  };
  Unpack.prototype.keep = function (value) {
    this.made.push(value);
    return value;
  };
  Unpack.prototype.ofTagged = function (packed) {
    switch (packed.$) {
    case "undefined": return undefined;
    case "number": return numbers[packed.v];
    case "xml": return this.keep(api.xml(packed.v));
    case "event": return this.host.event();
    case "io": return this.host.ioProcessors();
    case "known": return this.ofKnown(packed.v);
    case "same": return this.made[packed.v];
    case "map": return this.intoMap(this.keep(new Map()), packed.v);
    case "set": return this.intoSet(this.keep(new Set()), packed.v);
    case "pattern": return this.ofPattern(packed.v);
    case "error": return this.keep(new (api.builtIn(packed.v[0]))(packed.v[1]));
    case "bare": return this.intoObject(this.keep(Object.create(null)), packed.v);
    case "object": return this.intoObject(this.keep({}), packed.v);
    default: return Object.freeze(this.ofFrozen(packed));
    }
  };
  Unpack.prototype.ofFrozen = function (packed) {
    switch (packed.$) {
    case "frozenlist": return this.intoArray(this.keep([]), packed.v);
    case "frozenbare": return this.intoObject(this.keep(Object.create(null)), packed.v);
    default: return this.intoObject(this.keep({}), packed.v);
    }
  };
  Unpack.prototype.ofKnown = function (name) {
    const value = name.startsWith("b:") ? api.builtIn(name) : this.declared[name];
    if (value === undefined) {
      throw new TypeError(`nothing is called "${name}"`);
    }
    return value;
  };
  api.Unpack = Unpack;
})
