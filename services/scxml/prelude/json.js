// SPDX-License-Identifier: GPL-3.0-or-later
// JSON with counted texts.
(function (api) {
  "use strict";
  const { define, textOf, JsonCopy } = api;
  const nativeStringify = JSON.stringify;
  const nativeParse = JSON.parse;
  // QJSEngine's own takes no notice of it.
  function revived(holder, key, reviver) {
    const value = holder[key];
    if (value !== null && typeof value === "object") {
      const names = Object.keys(value);
      for (let i = 0; i < names.length; ++i) {
        const made = revived(value, names[i], reviver);
        if (made === undefined) {
          delete value[names[i]];
        } else {
          value[names[i]] = made;
        }
      }
    }
    return reviver.call(holder, key, value);
  }
  const methods = {
    stringify(value, replacer, space) {
      const copy = new JsonCopy(replacer);
      return nativeStringify(copy.of({ "": value }, ""), undefined, space);
    },
    parse(text, reviver) {
      const value = nativeParse(textOf(text));
      return typeof reviver === "function" ? revived({ "": value }, "", reviver) : value;
    },
  };
  define(JSON, "stringify", methods.stringify);
  define(JSON, "parse", methods.parse);
  api.write = methods.stringify;
  api.read = (text) => nativeParse(text);
  api.readRevived = methods.parse;
})
