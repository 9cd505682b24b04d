// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts shall not have: what makes code from text, what differs from run to run or from
// place to place, and what holds memory that nobody counts.
(function (api, global) {
  "use strict";
  // Used by the other parts before it is out of reach.
  api.Function = Function;
  api.Proxy = Proxy;
  api.apply = Reflect.apply;
  api.origins = new WeakMap();
  api.builtIns = Object.create(null);
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
    names.forEach((name) => delete owner[name]);
  }
  const generator = Object.getPrototypeOf(function* () {});
  const places = [
    Object.prototype, String.prototype, Number.prototype, Array.prototype, Function.prototype,
  ];
  delete generator.constructor;
  delete Function.prototype.constructor;
  places.forEach((place) => {
    remove(place, Object.getOwnPropertyNames(place).filter((name) => name.includes("Locale")));
  });
  delete String.prototype.localeCompare;
  Object.getOwnPropertyNames(global)
    .filter((name) => unwanted.global.includes(name))
    .forEach((name) => delete global[name]);
  remove(Math, unwanted.Math);
  remove(Symbol, unwanted.Symbol);
})
