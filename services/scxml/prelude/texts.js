// SPDX-License-Identifier: GPL-3.0-or-later
// Texts: no built-in makes or searches one longer than the limit.
(function (api) {
  "use strict";
  const { limits, apply } = api;
  const tooLong = () => new RangeError(`a text of more than ${limits.text} characters`);

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
  function define(name, value) {
    Object.defineProperty(String.prototype, name, { value, writable: true, configurable: true });
  }
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
    define(name, guarded[name]);
  }
  Object.getOwnPropertyNames(String.prototype)
    .filter((name) => !["constructor", "toString", "valueOf"].includes(name)
      && typeof String.prototype[name] === "function")
    .forEach(guard);

  const { repeat, padStart, padEnd } = String.prototype;
  function pad(native, text, length, fill) {
    if (Number(length) > limits.text) {
      throw tooLong();
    }
    return apply(native, text, [Number(length), fill === undefined ? " " : api.textOf(fill)]);
  }
  const methods = {
    repeat(count) {
      const text = own(this);
      if (text.length * Number(count) > limits.text) {
        throw tooLong();
      }
      return apply(repeat, text, [Number(count)]);
    },
    padStart(length, fill) {
      return pad(padStart, own(this), length, fill);
    },
    padEnd(length, fill) {
      return pad(padEnd, own(this), length, fill);
    },
    concat() {
      let text = own(this);
      for (let i = 0; i < arguments.length; ++i) {
        text = api.checkText(text + api.textOf(arguments[i]));
      }
      return text;
    },
  };
  ["repeat", "padStart", "padEnd", "concat"].forEach((name) => define(name, methods[name]));
})
