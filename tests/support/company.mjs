// SPDX-License-Identifier: GPL-3.0-or-later
// The demo company at work: a server of its own and agents who are ready.
import { AgentClient } from "./agent.mjs";
import { CometdCustomer } from "./bayeux.mjs";
import { RestCustomer } from "./rest.mjs";
import { Server } from "./server.mjs";

export class Company {
  constructor(t, server) {
    this.t = t;
    this.server = server;
  }

  /** options: as of Server.start. All that it opens ends with the test. */
  static async open(t, options = {}) {
    return new Company(t, await Server.start(t, options));
  }

  async agent(user, { ready = true } = {}) {
    const agent = await AgentClient.signedIn(this.server.url, user);
    this.t.after(() => agent.drop());
    if (ready) {
      await agent.ready();
    }
    return agent;
  }

  customer(service = "support") {
    return new RestCustomer(this.server.url, service);
  }

  async cometdCustomer(options = {}) {
    const customer = new CometdCustomer(this.server.url, options);
    this.t.after(() => customer.disconnect());
    await customer.connects();
    return customer;
  }

  /** A customer and an agent who are in conversation: { customer, interactionId }. */
  async conversation(agent, fields = {}) {
    const customer = await this.customer().starts(fields);
    const interaction = await agent.accepts(customer.chatId);
    return { customer, interactionId: interaction.id };
  }
}
