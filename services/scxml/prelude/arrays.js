// SPDX-License-Identifier: GPL-3.0-or-later
// Built-ins run to their end whatever the watchdog says, so each refuses what would take long.
(function (api) {
  "use strict";
  const { limits, apply, define } = api;
  const describe = Object.getOwnPropertyDescriptor;
  const tooMany = () => new RangeError(`more than ${limits.items} items`);

  // A getter could say another length to the built-in than to this check.
  function lengthOf(list) {
    const own = describe(list, "length");
    if (own === undefined ? "length" in list : own.get !== undefined) {
      throw new TypeError("length must be a plain property");
    }
    return own === undefined ? 0 : Number(own.value);
  }
  function check(list) {
    if (list !== null && list !== undefined && lengthOf(Object(list)) > limits.items) {
      throw tooMany();
    }
  }
  api.checkItems = check;

  function guard(name) {
    const native = Array.prototype[name];
    const guarded = {
      [name]() {
        check(this);
        return apply(native, this, arguments);
      },
    };
    define(Array.prototype, name, guarded[name]);
  }
  Object.getOwnPropertyNames(Array.prototype)
    .filter((name) => name !== "constructor" && typeof Array.prototype[name] === "function")
    .forEach(guard);

  const guardedConcat = Array.prototype.concat;
  const methods = {
    concat() {
      let sum = 0;
      for (let i = -1; i < arguments.length; ++i) {
        const list = i < 0 ? this : arguments[i];
        sum += Array.isArray(list) ? list.length : 1;
      }
      if (sum > limits.items) {
        throw tooMany();
      }
      return apply(guardedConcat, this, arguments);
    },
    // Counts while it goes, since a list of lists can hold the same list many times.
    join(separator) {
      check(this);
      const between = separator === undefined ? "," : api.textOf(separator);
      let text = "";
      for (let i = 0; i < this.length; ++i) {
        const item = this[i];
        text += (i > 0 ? between : "") + (item === null || item === undefined ? "" : `${item}`);
        api.checkText(text);
      }
      return text;
    },
  };
  define(Array.prototype, "concat", methods.concat);
  define(Array.prototype, "join", methods.join);
})
