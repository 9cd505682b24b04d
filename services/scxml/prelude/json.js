// SPDX-License-Identifier: GPL-3.0-or-later
// JSON with counted texts.
(function (api) {
  "use strict";
  const { define, textOf, JsonCopy } = api;
  const nativeStringify = JSON.stringify;
  const nativeParse = JSON.parse;
  const methods = {
    stringify(value, replacer, space) {
      const copy = new JsonCopy(replacer);
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
