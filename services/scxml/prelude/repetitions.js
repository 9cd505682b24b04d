// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing stops a regular expression that tries everything, so the text that it may be tried on is
// shorter the more repetitions it has: with k of them a text of n characters takes at most about
// n^(k+1) / (k+1)! steps.
(function (api) {
  "use strict";
  const { limits } = api;
  const steps = 5e8;
  let counted = Object.create(null);
  let kept = 0;

  function most(source, at) {
    const end = source.indexOf("}", at);
    const bounds = end < 0 ? [] : source.slice(at + 1, end).split(",");
    return bounds.length === 0 ? 0 : Number(bounds[bounds.length - 1] || Infinity);
  }
  function count(source) {
    let repetitions = 0;
    let isInClass = false;
    for (let i = 0; i < source.length; ++i) {
      switch (source[i]) {
      case "\\": ++i; break;
      case "[": isInClass = true; break;
      case "]": isInClass = false; break;
      case "*": case "+": repetitions += isInClass ? 0 : 1; break;
      case "{": repetitions += !isInClass && most(source, i) > 9 ? 1 : 0; break;
      default: break;
      }
    }
    return repetitions;
  }
  function longest(repetitions) {
    let product = steps;
    for (let i = 2; i <= repetitions + 1; ++i) {
      product *= i;
    }
    return Math.min(limits.text, Math.floor(Math.pow(product, 1 / (repetitions + 1))));
  }
  function longestFor(source) {
    if (counted[source] === undefined) {
      if (++kept > 1000) {
        counted = Object.create(null);
        kept = 1;
      }
      counted[source] = longest(count(source));
    }
    return counted[source];
  }
  api.checkPattern = (pattern, text) => {
    const length = longestFor(pattern.source);
    if (text.length > length) {
      throw new RangeError(`more than ${length} characters for /${pattern.source}/`);
    }
    return text;
  };
})
