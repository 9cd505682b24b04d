// SPDX-License-Identifier: GPL-3.0-or-later
// Iterators of arrays in ECMAScript, so that spreading one cannot outrun the limit, and what else
// takes a list.
(function (api) {
  "use strict";
  const { limits, apply, define, checkItems } = api;

  function iterator(list, shown) {
    let at = 0;
    return {
      next() {
        if (at >= list.length) {
          return { value: undefined, done: true };
        }
        if (at >= limits.items) {
          throw new RangeError(`more than ${limits.items} items`);
        }
        return { value: shown(at++), done: false };
      },
      [Symbol.iterator]() {
        return this;
      },
    };
  }
  const methods = {
    values() {
      return iterator(this, (at) => this[at]);
    },
    keys() {
      return iterator(this, (at) => at);
    },
    entries() {
      return iterator(this, (at) => [at, this[at]]);
    },
  };
  ["values", "keys", "entries"].forEach((name) => define(Array.prototype, name, methods[name]));
  define(Array.prototype, Symbol.iterator, methods.values);

  const nativeFrom = Array.from;
  const nativeApply = api.Function.prototype.apply;
  const others = {
    from(list) {
      if (list !== null && list !== undefined && list[Symbol.iterator] === undefined) {
        checkItems(list);
      }
      return apply(nativeFrom, Array, arguments);
    },
    apply(self, list) {
      if (list !== null && list !== undefined) {
        checkItems(list);
      }
      return apply(nativeApply, this, [self, list]);
    },
  };
  define(Array, "from", others.from);
  define(api.Function.prototype, "apply", others.apply);
})
