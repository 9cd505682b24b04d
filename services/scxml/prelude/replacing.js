// SPDX-License-Identifier: GPL-3.0-or-later
// Replacing counts each piece before the built-in keeps it.
(function (api) {
  "use strict";
  const { limits, apply, textOf, checkText } = api;
  const { replace } = String.prototype;

  function expanded(template, given) {
    const text = given[given.length - 1];
    const at = given[given.length - 2];
    const known = {
      $: () => "$",
      "&": () => given[0],
      "`": () => text.slice(0, at),
      "'": () => text.slice(at + given[0].length),
    };
    let result = "";
    for (let i = 0; i < template.length; ++i) {
      const next = template[i + 1];
      const number = template[i] === "$" && next >= "1" && next <= "9" ? Number(next) : 0;
      if (template[i] === "$" && next !== undefined && known[next] !== undefined) {
        result += known[next]();
        ++i;
      } else if (number > 0 && number < given.length - 2) {
        result += given[number] === undefined ? "" : given[number];
        ++i;
      } else {
        result += template[i];
      }
      checkText(result);
    }
    return result;
  }
  api.replaced = (text, pattern, replacement) => {
    let length = text.length;
    const template = typeof replacement === "function" ? null : textOf(replacement);
    const piece = (...given) => {
      const made = template === null ? textOf(replacement(...given))
        : template.includes("$") ? expanded(template, given) : template;
      length += made.length;
      if (length > limits.text) {
        throw new RangeError(`a text of more than ${limits.text} characters`);
      }
      return made;
    };
    return apply(replace, text, [pattern, piece]);
  };
})
