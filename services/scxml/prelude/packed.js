// SPDX-License-Identifier: GPL-3.0-or-later
// Lists, objects and all variables of a session for pack.js.
(function (api) {
  "use strict";
  const { builtIns, Pack, tagged } = api;

  Pack.prototype.ofArray = function (list) {
    api.checkItems(list);
    if (Object.keys(list).some((key) => !(Number(key) < list.length))) {
      throw new TypeError("a list with named properties cannot be stored");
    }
    const packed = [];
    for (let i = 0; i < list.length; ++i) {
      packed.push(i in list ? this.of(list[i]) : tagged("hole"));
    }
    return packed;
  };
  Pack.prototype.ofFields = function (value) {
    const base = Object.getPrototypeOf(value);
    if (base !== null && base !== Object.prototype) {
      throw new TypeError("an object of a class cannot be stored");
    }
    const fields = Object.getOwnPropertyNames(value).map((name) => {
      const own = Object.getOwnPropertyDescriptor(value, name);
      if (own.get !== undefined || own.set !== undefined) {
        throw new TypeError("an object with a computed property cannot be stored");
      }
      return [name, this.of(own.value)];
    });
    const tag = base === null ? "bare" : "object";
    return tagged(Object.isFrozen(value) && fields.length > 0 ? `frozen${tag}` : tag, fields);
  };
  function packed(data, names, system) {
    const pack = new Pack(system);
    return names.map((name) => {
      try {
        return [name, pack.of(data[name])];
      } catch (error) {
        throw new TypeError(`"${name}": ${error.message}`);
      }
    });
  }
  function canBePacked(data, names, system) {
    try {
      packed(data, names, system);
      return true;
    } catch (error) {
      return false;
    }
  }
  api.pack = (data, event, ioProcessors, isLoose) => {
    const system = { event, ioProcessors };
    const names = Object.keys(data);
    if (!isLoose) {
      return api.write(packed(data, names, system));
    }
    const kept = names.filter((name) => canBePacked(data, [name], system));
    return api.write(canBePacked(data, kept, system) ? packed(data, kept, system) : []);
  };
  api.builtIn = (name) => builtIns[name];
})
