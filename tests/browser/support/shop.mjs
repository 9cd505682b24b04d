// SPDX-License-Identifier: GPL-3.0-or-later
// The demo shop open for business: a company of its own for each test, one browser for a file.
import { after } from "node:test";
import { launchBrowser } from "./customer.mjs";
import { ShopFloor } from "./shopfloor.mjs";

let launched = null;

function browser() {
  launched ??= launchBrowser();
  return launched;
}

after(async () => (await launched)?.close());

export class Shop extends ShopFloor {
  /** All that it opens ends with the test `t`. Alice is signed in and ready. */
  static open(t) {
    return ShopFloor.openWith(t, browser);
  }
}
