// SPDX-License-Identifier: GPL-3.0-or-later
// What the check plays on: a server, a browser and desktops, all in one temporary folder.
import { join } from "node:path";
import { Customer, launchBrowser } from "../browser/support/customer.mjs";
import { AgentClient } from "../support/agent.mjs";
import { Server } from "../support/server.mjs";
import { Desktop } from "./desktop.mjs";

export class Stage {
  desktops = [];

  static async open(folder, report) {
    const stage = new Stage();
    stage.folder = folder;
    stage.report = report;
    stage.server = await Server.start(null, { data: join(folder, "data") });
    report(`the server serves at ${stage.server.url}`);
    stage.browser = await launchBrowser();
    report(`the browser is ${stage.browser.browserType().name()} ${stage.browser.version()}`);
    return stage;
  }

  /** A desktop at which `user` is signed in and ready. */
  async agent(user) {
    const desktop = await Desktop.start(user, this.folder);
    this.desktops.push(desktop);
    await desktop.signsIn(this.server.url, "demo");
    await desktop.choosesStatus("Ready");
    this.report(`${user} has signed in at a desktop and is ready`);
    return desktop;
  }

  async customer() {
    const customer = await Customer.visits(this.browser, this.server.url);
    this.report(`a customer opens ${this.server.url}/demo/`);
    return customer;
  }

  /** The messages of a conversation as the server has stored them, "Name: text" in order. */
  async storedMessages(contact) {
    const sam = await AgentClient.signedIn(this.server.url, "sam");
    try {
      const { interactions } = await sam.ask("interaction.list", { scope: "all" });
      const found = interactions.filter(({ contact: { name } }) => name === contact);
      if (found.length !== 1) {
        throw new Error(`${found.length} conversations of ${contact}`);
      }
      const events = await sam.transcript(found[0].id);
      return {
        interaction: found[0],
        messages: events
          .filter(({ type }) => type === "Message")
          .map(({ from, text }) => `${from.nickname}: ${text}`),
      };
    } finally {
      await sam.close();
    }
  }

  async tellsWhatIsShown() {
    for (const desktop of this.desktops) {
      const shown = await desktop.tells({ do: "tree" }).catch((error) => [String(error)]);
      console.error(`-- ${desktop.user}'s desktop shows:`, shown.filter((one) => !/: $/.test(one)));
      console.error(`-- ${desktop.user}'s desktop wrote:`, desktop.log.slice(-20));
    }
    for (const context of this.browser.contexts()) {
      for (const page of context.pages()) {
        const text = page.locator("tandem-chat").innerText({ timeout: 2000 });
        console.error("-- the customer's page shows:", await text.catch(String));
      }
    }
    console.error("-- the server wrote:", this.server.log.split("\n").slice(-20).join("\n"));
  }

  async close() {
    await Promise.allSettled(this.desktops.map((desktop) => desktop.close()));
    await this.browser.close();
    await this.server.kill();
  }
}
