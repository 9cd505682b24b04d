// SPDX-License-Identifier: GPL-3.0-or-later
// Methods that make a text longer than those that they are given.
(function (api) {
  "use strict";
  const { limits, apply, tooLong, define } = api;
  const own = api.ownText;
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
  ["repeat", "padStart", "padEnd", "concat"].forEach((name) => {
    define(String.prototype, name, methods[name]);
  });
})
