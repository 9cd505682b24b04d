// SPDX-License-Identifier: GPL-3.0-or-later
// Freezes all that every session can reach, and lends each session its own variables.
(function (api, global, host) {
  "use strict";
  const names = (value) => [
    ...Object.getOwnPropertyNames(value), ...Object.getOwnPropertySymbols(value),
  ];
  const found = api.builtIns; // by the name under which a stored session finds it again

  function freeze(value, name) {
    const isObject = value !== null && (typeof value === "object" || typeof value === "function");
    if (!isObject || api.nameOf(value) !== undefined) {
      return;
    }
    if (!Object.isExtensible(value)) {
      Object.freeze(value);
      return;
    }
    api.giveName(value, `b:${name}`);
    found[`b:${name}`] = value;
    names(value).forEach((key) => {
      const own = Object.getOwnPropertyDescriptor(value, key);
      [own.value, own.get, own.set].forEach((part) => freeze(part, `${name}.${String(key)}`));
    });
    freeze(Object.getPrototypeOf(value), `${name}.^`);
    Object.freeze(value);
  }
  function systemVariable(name, read) {
    Object.defineProperty(global, name, {
      get: read,
      set() {
        throw new TypeError(`${name} cannot be changed`);
      },
    });
  }
  systemVariable("_event", () => host.event());
  systemVariable("_sessionid", () => host.sessionId());
  systemVariable("_name", () => host.sessionName());
  systemVariable("_ioprocessors", () => host.ioProcessors());
  systemVariable("_x", () => undefined);
  global.In = (id) => host.isActive(String(id));

  const hidden = [
    [][Symbol.iterator](), ""[Symbol.iterator](), new Map().entries(), new Set().values(),
    (function* () {})(), (function* () {}), /a/.exec("a"), new Error(""),
  ];
  // A name that nobody declared becomes a variable of the session that wrote it.
  Object.setPrototypeOf(global, new api.Proxy(Object.create(null), {
    set(target, name, value) {
      host.declare(name, value);
      return true;
    },
  }));
  hidden.forEach((value, at) => freeze(Object.getPrototypeOf(value), `hidden${at}`));
  names(global).forEach((name) => {
    freeze(Object.getOwnPropertyDescriptor(global, name).value, String(name));
  });
  Object.freeze(global);
})
