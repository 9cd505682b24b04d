// SPDX-License-Identifier: GPL-3.0-or-later
// What is written as JSON is copied first, counted, so that a small knot of references cannot
// become a large text inside the built-in.
(function (api) {
  "use strict";
  const { limits } = api;

  function Copy(replacer) {
    this.replacer = typeof replacer === "function" ? replacer : null;
    this.names = Array.isArray(replacer) ? replacer.map(String) : null;
    this.around = null; // the objects that hold what is being copied, the nearest first
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
    this.spend(typeof value === "string" ? value.length + 2 : 4);
    return value !== null && typeof value === "object" ? this.ofObject(value) : value;
  };
  Copy.prototype.ofObject = function (value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.valueOf();
    }
    for (let holder = this.around; holder !== null; holder = holder.around) {
      if (holder.value === value) {
        throw new TypeError("JSON cannot hold an object that holds itself");
      }
    }
    this.around = { value, around: this.around };
    const copy = Array.isArray(value) ? this.ofArray(value) : this.ofFields(value);
    this.around = this.around.around;
    return copy;
  };
  Copy.prototype.ofArray = function (list) {
    api.checkItems(list);
    const copy = [];
    for (let i = 0; i < list.length; ++i) {
      copy[i] = this.of(list, i);
    }
    return copy;
  };
  Copy.prototype.ofFields = function (value) {
    const copy = Object.create(null);
    const names = this.names === null ? Object.keys(value) : this.names;
    for (let i = 0; i < names.length; ++i) {
      this.spend(names[i].length + 3);
      copy[names[i]] = this.of(value, names[i]);
    }
    return copy;
  };
  api.JsonCopy = Copy;
})
