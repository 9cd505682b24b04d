// SPDX-License-Identifier: GPL-3.0-or-later
// The other way of packed.js.
(function (api, global, host) {
  "use strict";
  const { Unpack } = api;

  Unpack.prototype.ofPattern = function (parts) {
    const pattern = this.keep(new RegExp(parts[0], parts[1]));
    pattern.lastIndex = parts[2];
    return pattern;
  };
  Unpack.prototype.intoArray = function (list, packed) {
    packed.forEach((item, at) => {
      if (item !== null && item.$ === "hole") {
        list.length = at + 1;
      } else {
        list[at] = this.of(item);
      }
    });
    return list;
  };
  Unpack.prototype.intoMap = function (map, packed) {
    packed.forEach((pair) => {
      const [key, value] = this.of(pair);
      map.set(key, value);
    });
    return map;
  };
  Unpack.prototype.intoSet = function (set, packed) {
    packed.forEach((item) => set.add(this.of(item)));
    return set;
  };
  Unpack.prototype.intoObject = function (value, packed) {
    packed.forEach(([name, item]) => {
      Object.defineProperty(value, name, {
        value: this.of(item), writable: true, enumerable: true, configurable: true,
      });
    });
    return value;
  };
  api.unpack = (data, text, declared) => {
    const unpack = new Unpack(declared, host);
    api.read(text).forEach(([name, packed]) => {
      data[name] = unpack.of(packed);
    });
    return data;
  };
})
