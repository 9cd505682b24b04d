// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts shall not have: what makes code from text, what differs from run to run or from
// place to place, and what holds memory that nobody counts.
(function (api, global) {
  "use strict";
  // Used by the other parts before it is out of reach.
  api.Function = Function;
  api.Proxy = Proxy;
  api.apply = Reflect.apply;
  // A property of each built-in and of each declared function says under which name a stored
  // session finds it again. (QJSEngine's WeakMap looks through all its entries.)
  const name = Symbol("name");
  const hasOwn = Object.prototype.hasOwnProperty;
  api.builtIns = Object.create(null);
  api.nameOf = (value) => (api.apply(hasOwn, value, [name]) ? value[name] : undefined);
  api.giveName = (value, text) => Object.defineProperty(value, name, { value: text });
  const unwanted = {
    global: [
      "eval", "Function", "Date", "Promise", "Proxy", "Reflect", "URL", "URLSearchParams",
      "SharedArrayBuffer", "ArrayBuffer", "DataView", "Atomics", "WeakMap", "WeakSet", "WeakRef",
      "FinalizationRegistry", "Int8Array", "Uint8Array", "Int16Array", "Uint16Array", "Int32Array",
      "Uint32Array", "Uint8ClampedArray", "Float32Array", "Float64Array", "escape", "unescape",
      "gc", "print", "console", "qsTr",
    ],
    Math: ["random"],
    Symbol: ["for", "keyFor"],
  };
  function remove(owner, names) {
    names.forEach((one) => delete owner[one]);
  }
  const generator = Object.getPrototypeOf(function* () {});
  const places = [
    Object.prototype, String.prototype, Number.prototype, Array.prototype, Function.prototype,
  ];
  delete generator.constructor;
  delete Function.prototype.constructor;
  places.forEach((place) => {
    remove(place, Object.getOwnPropertyNames(place).filter((one) => one.includes("Locale")));
  });
  delete String.prototype.localeCompare;
  Object.getOwnPropertyNames(global)
    .filter((own) => unwanted.global.includes(own))
    .forEach((own) => delete global[own]);
  remove(Math, unwanted.Math);
  remove(Symbol, unwanted.Symbol);
})
