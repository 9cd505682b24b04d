// SPDX-License-Identifier: GPL-3.0-or-later
// Texts: no built-in makes or searches one longer than the limit.
(function (api) {
  "use strict";
  const { limits, apply } = api;
  const tooLong = () =>
    new RangeError(`a text of more than ${limits.text} characters`);
  api.tooLong = tooLong;

  api.checkText = (text) => {
    if (text.length > limits.text) {
      throw tooLong();
    }
    return text;
  };
  api.textOf = (value) => api.checkText(typeof value === "string" ? value : `${value}`);
  const own = (value) => {
    if (value === null || value === undefined) {
      throw new TypeError("a method of texts needs a text");
    }
    return api.textOf(value);
  };
  api.ownText = own;
  api.define = (owner, name, value) => {
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  };
  function guard(name) {
    const native = String.prototype[name];
    const guarded = {
      [name]() {
        const text = own(this);
        for (let i = 0; i < arguments.length; ++i) {
          if (typeof arguments[i] === "string") {
            api.checkText(arguments[i]);
          }
        }
        return apply(native, text, arguments);
      },
    };
    api.define(String.prototype, name, guarded[name]);
  }
  Object.getOwnPropertyNames(String.prototype)
    .filter((name) => !["constructor", "toString", "valueOf"].includes(name)
      && typeof String.prototype[name] === "function")
    .forEach(guard);
})
