// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions: bounded patterns and texts, and no memory of the last match that every
// session could read.
(function (api, global) {
  "use strict";
  const { limits, apply, define, textOf, checkPattern } = api;
  const Native = global.RegExp;
  const { split, match, search } = String.prototype;
  // What the built-in would make of a text, it would use unchecked.
  const patternOf = (value) => (
    value instanceof Native ? value : new global.RegExp(value === undefined ? "" : value));
  const { exec, test } = Native.prototype;

  const ofTexts = {
    replace(pattern, replacement) {
      const wanted = pattern instanceof Native ? pattern : textOf(pattern);
      const text = textOf(this);
      return api.replaced(wanted === pattern && typeof pattern !== "string"
        ? checkPattern(pattern, text) : text, wanted, replacement);
    },
    split(separator, limit) {
      const given = limit === undefined ? limits.items + 1 : limit;
      const text = textOf(this);
      const isPattern = separator instanceof Native;
      const parts = apply(split, isPattern ? checkPattern(separator, text) : text,
        [separator, given]);
      api.checkItems(parts);
      return parts;
    },
  };
  [["match", match], ["search", search]].forEach(([name, native]) => {
    ofTexts[name] = {
      [name](pattern) {
        const wanted = patternOf(pattern);
        return apply(native, checkPattern(wanted, textOf(this)), [wanted]);
      },
    }[name];
  });
  const ofPatterns = {
    exec(text) {
      return apply(exec, this, [checkPattern(this, textOf(text))]);
    },
    test(text) {
      return apply(test, this, [checkPattern(this, textOf(text))]);
    },
  };
  Object.keys(ofTexts).forEach((name) => define(String.prototype, name, ofTexts[name]));
  Object.keys(ofPatterns).forEach((name) => define(Native.prototype, name, ofPatterns[name]));
  [Symbol.match, Symbol.search].forEach((name) => {
    const native = Native.prototype[name];
    const guarded = {
      [name](text) {
        return apply(native, this, [checkPattern(this, textOf(text))]);
      },
    };
    define(Native.prototype, name, guarded[name]);
  });
  // Other doors to the same built-ins, without the checks.
  [Symbol.replace, Symbol.split, "compile"].forEach((name) => delete Native.prototype[name]);

  function RegExp(pattern, flags) {
    if (!(pattern instanceof Native) && `${pattern}`.length > limits.pattern) {
      throw new RangeError(`a pattern of more than ${limits.pattern} characters`);
    }
    return new Native(pattern, flags);
  }
  Object.defineProperty(RegExp, "prototype", { value: Native.prototype, writable: false });
  define(Native.prototype, "constructor", RegExp);
  define(global, "RegExp", RegExp);
})
