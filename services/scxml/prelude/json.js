// SPDX-License-Identifier: GPL-3.0-or-later
// JSON: what is written is copied first, counted, so that a small knot of references cannot become
// a large text inside the built-in.
(function (api) {
  "use strict";
  const { limits, define, textOf } = api;
  const nativeStringify = JSON.stringify;
  const nativeParse = JSON.parse;

  function Copy(replacer) {
    this.replacer = typeof replacer === "function" ? replacer : null;
    this.names = Array.isArray(replacer) ? replacer.map(String) : null;
    this.around = [];
    this.left = limits.text;
  }
  Copy.prototype.spend = function (amount) {
    this.left -= amount;
    if (this.left < 0) {
      throw new RangeError(`JSON of more than ${limits.text} characters`);
    }
  };
  Copy.prototype.of = function (holder, key) {
    let value = holder[key];
    if (value !== null && typeof value === "object" && typeof value.toJSON === "function") {
      value = value.toJSON(key);
    }
    value = this.replacer === null ? value : this.replacer.call(holder, key, value);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      value = value.valueOf();
    }
    this.spend(typeof value === "string" ? value.length + 2 : 4);
    return value !== null && typeof value === "object" ? this.ofObject(value) : value;
  };
  Copy.prototype.ofObject = function (value) {
    if (this.around.includes(value)) {
      throw new TypeError("JSON cannot hold an object that holds itself");
    }
    this.around.push(value);
    const copy = Array.isArray(value) ? this.ofArray(value) : this.ofFields(value);
    this.around.pop();
    return copy;
  };
  Copy.prototype.ofArray = function (list) {
    api.checkItems(list);
    const copy = [];
    for (let i = 0; i < list.length; ++i) {
      copy.push(this.of(list, i));
    }
    return copy;
  };
  Copy.prototype.ofFields = function (value) {
    const copy = Object.create(null);
    (this.names === null ? Object.keys(value) : this.names).forEach((name) => {
      this.spend(name.length + 3);
      copy[name] = this.of(value, name);
    });
    return copy;
  };
  const methods = {
    stringify(value, replacer, space) {
      const copy = new Copy(replacer);
      return nativeStringify(copy.of({ "": value }, ""), undefined, space);
    },
    parse(text, reviver) {
      return nativeParse(textOf(text), reviver);
    },
  };
  define(JSON, "stringify", methods.stringify);
  define(JSON, "parse", methods.parse);
  api.write = methods.stringify;
  api.read = nativeParse;
})
