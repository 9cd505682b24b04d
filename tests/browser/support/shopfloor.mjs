// SPDX-License-Identifier: GPL-3.0-or-later
// The demo shop open for business, in whatever browser.
import { Company } from "../../support/company.mjs";
import { AgentSide } from "./agentside.mjs";
import { Customer } from "./customer.mjs";
import { Gate } from "./gate.mjs";

export class ShopFloor {
  /** browser: a function that gives one. All that is opened in it ends with `t`. Alice is signed
   * in and ready. */
  static async openWith(t, browser) {
    const shop = new ShopFloor();
    Object.assign(shop, { t, browser });
    shop.company = await Company.open(t);
    shop.server = shop.company.server;
    shop.agent = await shop.company.agent("alice");
    return shop;
  }

  /** As customers see it. */
  get agentName() {
    return this.agent.welcome.agent.name;
  }

  /** A customer at the shop's page. options: path, url, and those of a browser context. */
  async customer(options = {}) {
    const url = options.url ?? this.server.url;
    const customer = await Customer.visits(await this.browser(), url, options);
    this.t.after(() => customer.leaves());
    return customer;
  }

  /** A network to put between the customers and the server. */
  async gate(options) {
    const gate = await Gate.before(this.server.url, options);
    this.t.after(() => gate.close());
    return gate;
  }

  /** Alice takes the next conversation. */
  async agentAccepts() {
    return new AgentSide(this.agent, await this.agent.accepts());
  }
}
