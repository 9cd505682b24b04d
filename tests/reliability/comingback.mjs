// SPDX-License-Identifier: GPL-3.0-or-later
// An agent and a customer who stop reading until the server drops them, and come back: all that was
// acknowledged to the other side must be seen, once and in order.
import { SocketCustomer } from "../measurements/socketcustomer.mjs";
import { Company } from "../support/company.mjs";
import { until, within } from "../support/condition.mjs";
import { metric } from "../support/metric.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { findings } from "./checker.mjs";
import { Recorder } from "./recorder.mjs";

const filling = "x".repeat(15_900);
const mostMessages = 3000; // loopback takes some MiB of them
const dropped = "tandem_gateway_slow_readers_dropped_total";

const messagesOf = (events) => events.filter(({ type }) => type === "Message");

class Scene {
  recorder = new Recorder();

  constructor(company, chat, side) {
    Object.assign(this, { company, chat, side });
  }

  async says(text, say) {
    const record = this.recorder.sends(this.chat, this.side, text);
    const reply = await say(text);
    this.recorder.acknowledges(record, reply?.index ?? null);
  }

  /** Numbered texts until the server has dropped somebody. */
  async saysUntilDropped(say) {
    const { url } = this.company.server;
    const before = await metric(url, dropped);
    for (let number = 1; (await metric(url, dropped)) === before; ) {
      if (number > mostMessages) {
        throw new Error("nobody was dropped");
      }
      for (let count = 0; count < 20; ++count, ++number) {
        await this.says(`${number} ${filling}`, say);
      }
    }
  }

  /** live: events heard before the loss; caughtUp: all that there is, as it was given after. */
  async found(live, caughtUp, side) {
    const last = live.at(-1)?.index ?? 0;
    const seen = [...live, ...caughtUp.filter(({ index }) => index > last)];
    seen.forEach(({ text }) => this.recorder.receives(this.chat, side, text));
    const sam = await this.company.agent("sam", { ready: false });
    const wrong = findings(this.recorder, this.chat, await sam.transcript(this.chat));
    await sam.drop();
    const said = this.recorder.acknowledgements;
    return { said, heardLive: live.length, wrong: Object.values(wrong).flat() };
  }
}

async function agentComesBack(company) {
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const scene = new Scene(company, interactionId, "customer");
  const say = async (text) => void (await customer.says(text));
  alice.stopsReading();
  await scene.saysUntilDropped(say);
  alice.readsAgain();
  await within(20_000, "the agent to notice", alice.closed);
  const live = messagesOf(alice.events.get(interactionId));
  await alice.reconnect();
  const { snapshot } = await alice.resume();
  await scene.says("live again", say);
  await alice.hearsText(interactionId, "live again");
  const caughtUp = messagesOf(await alice.transcript(interactionId));
  return { ...(await scene.found(live, caughtUp, "agent")), hasSnapshot: Boolean(snapshot) };
}

async function customerComesBack(company) {
  const bob = await company.agent("bob");
  const customer = await new SocketCustomer(company.server.url).starts();
  const live = [];
  customer.socket.on("message", (bytes) => {
    const events = JSON.parse(bytes).flatMap(({ data }) => data?.messages ?? []);
    live.push(...messagesOf(events));
  });
  await bob.accepts(customer.chatId);
  const scene = new Scene(company, customer.chatId, "agent");
  customer.socket.pause();
  await scene.saysUntilDropped((text) => bob.says(customer.chatId, text));
  customer.socket.resume();
  const { CLOSED } = customer.socket.constructor;
  await until("the customer to notice", () => customer.socket.readyState === CLOSED, 20_000);
  const back = new RestCustomer(company.server.url);
  back.adopt({ chatId: customer.chatId, secureKey: customer.secureKey });
  await back.catchesUp();
  return scene.found(live, messagesOf(back.seen), "customer");
}

/** { agent, customer }: what each was told live, and what was wrong when they had come back. */
export async function stopAndComeBack(t) {
  const company = await Company.open(t);
  return { agent: await agentComesBack(company), customer: await customerComesBack(company) };
}
