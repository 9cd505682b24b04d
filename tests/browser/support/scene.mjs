// SPDX-License-Identifier: GPL-3.0-or-later
// One server, one browser and one agent for the tests of a file.
import { after, afterEach, before } from "node:test";
import { Agent } from "./agent.mjs";
import { Customer, launchBrowser } from "./customer.mjs";
import { Server } from "./server.mjs";

export function scene() {
  const parts = { server: null, browser: null, agent: null };
  const leaving = [];

  before(async () => {
    parts.server = await Server.start();
    parts.browser = await launchBrowser();
    parts.agent = await Agent.signIn(parts.server.url, "alice");
  });

  afterEach(async () => {
    for (const leave of leaving.splice(0)) {
      await leave();
    }
  });

  after(async () => {
    parts.agent?.close();
    await parts.browser?.close();
    await parts.server?.close();
  });

  return {
    get server() {
      return parts.server;
    },
    get agent() {
      return parts.agent;
    },
    /** The customer leaves when the test ends. */
    async customer(options = {}) {
      const url = options.url ?? parts.server.url;
      const customer = await Customer.visits(parts.browser, url, options);
      leaving.push(() => customer.leaves());
      return customer;
    },
    /** The agent takes the next conversation, and has it off the desk when the test ends. */
    async agentAccepts() {
      const conversation = await parts.agent.accepts();
      leaving.push(() => conversation.isDone());
      return conversation;
    },
    whenTestEnds(action) {
      leaving.push(action);
    },
  };
}
