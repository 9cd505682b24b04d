// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { FallbackLink } from "../src/link/fallbacklink.js";
import { SessionWayStore, type WayStore } from "../src/link/waystore.js";
import { Conversation } from "../src/model/conversation.js";
import { agentSays, customerSaid, FakeLink, FakeStore, FakeSurroundings } from "./fakes.js";
import { Ear } from "./restfakes.js";

class FakeWay extends FakeLink {
  woken = 0;

  wake(): void {
    this.woken += 1;
  }
}

class FakeWayStore implements WayStore {
  time: number | null = null;

  failedAt(): number | null {
    return this.time;
  }

  remember(failedAt: number): void {
    this.time = failedAt;
  }

  forget(): void {
    this.time = null;
  }
}

class Ways {
  readonly time = new FakeSurroundings();
  readonly bayeux = new FakeWay();
  readonly rest = new FakeWay();
  readonly ear = new Ear();
  readonly link: FallbackLink;

  constructor(readonly store = new FakeWayStore()) {
    this.link = new FallbackLink(this.bayeux, this.rest, this.time, store);
    this.link.listen(this.ear);
  }

  get open(): string {
    return `${this.bayeux.isOpen ? "bayeux " : ""}${this.rest.isOpen ? "rest" : ""}`.trim();
  }

  /** Bayeux does not get through, REST does. */
  fallsBack(): void {
    this.link.open();
    this.time.passes(12_000);
    this.rest.comesUp();
    this.ear.heard = [];
  }

  bayeuxFalls(afterMs: number): void {
    this.bayeux.comesUp();
    this.time.passes(afterMs);
    this.bayeux.goesDown();
  }
}

test("stays with Bayeux where it comes up, and remembers nothing", () => {
  const ways = new Ways();
  ways.link.open();
  ways.time.passes(11_000);
  ways.bayeux.comesUp();
  ways.time.passes(600_000);
  assert.equal(ways.open, "bayeux");
  assert.equal(ways.store.time, null);
  ways.link.send({ operation: "stopTyping", secureKey: "secret" });
  assert.deepEqual(ways.bayeux.operations(), ["stopTyping"]);
  assert.deepEqual(ways.ear.heard, ["up"]);
});

test("goes over to REST when Bayeux does not come up in time", () => {
  const ways = new Ways();
  ways.link.open();
  ways.time.passes(11_999);
  assert.equal(ways.open, "bayeux");
  ways.time.passes(1);
  assert.equal(ways.open, "rest");
  assert.equal(ways.store.time, null, "REST is not known to work yet");
  ways.rest.comesUp();
  assert.deepEqual(ways.ear.heard, ["up"]);
  assert.equal(ways.store.time, ways.time.now());
  ways.link.send({ operation: "stopTyping", secureKey: "secret" });
  assert.deepEqual([ways.bayeux.operations(), ways.rest.operations()], [[], ["stopTyping"]]);
});

test("goes over at once after three failed attempts: both transports have been tried", () => {
  const ways = new Ways();
  ways.link.open();
  ways.bayeux.fails();
  ways.bayeux.fails();
  assert.equal(ways.open, "bayeux");
  ways.bayeux.fails();
  assert.equal(ways.open, "rest");
});

test("goes over when Bayeux falls three times in a minute, never having held", () => {
  const ways = new Ways();
  ways.link.open();
  ways.bayeuxFalls(15_000);
  ways.bayeuxFalls(15_000);
  assert.equal(ways.open, "bayeux");
  ways.bayeuxFalls(15_000);
  assert.equal(ways.open, "rest");
  assert.deepEqual(ways.ear.heard, ["up", "down", "up", "down", "up", "down"]);
});

test("bears with falls that are rare or that come after it has held", () => {
  const ways = new Ways();
  ways.link.open();
  ways.bayeuxFalls(1000);
  ways.bayeuxFalls(1000);
  ways.bayeuxFalls(20_000);
  ways.bayeuxFalls(19_000);
  ways.bayeuxFalls(1000);
  ways.bayeux.comesUp();
  ways.time.passes(61_000);
  ways.bayeux.goesDown();
  assert.equal(ways.open, "bayeux");
});

test("goes over when a connection that held does not come back", () => {
  const ways = new Ways();
  ways.link.open();
  ways.bayeuxFalls(100_000);
  ways.time.passes(12_000);
  assert.equal(ways.open, "rest");
});

test("tries Bayeux every two minutes beside REST, and goes back when it has held", () => {
  const ways = new Ways();
  ways.fallsBack();
  ways.time.passes(119_999);
  assert.equal(ways.open, "rest");
  ways.time.passes(1);
  assert.equal(ways.open, "bayeux rest");
  ways.bayeux.comesUp();
  assert.deepEqual(ways.ear.heard, []);
  ways.link.send({ operation: "stopTyping", secureKey: "secret" });
  assert.deepEqual(ways.bayeux.requests, [], "the trial is without the conversation");
  ways.time.passes(20_000);
  assert.equal(ways.open, "bayeux");
  assert.deepEqual(ways.ear.heard, ["up"]);
  assert.equal(ways.store.time, null);
});

test("a trial that fails, falls or is not answered changes nothing", () => {
  const ways = new Ways();
  ways.fallsBack();
  ways.time.passes(120_000);
  [1, 2, 3].forEach(() => ways.bayeux.fails());
  assert.equal(ways.open, "rest");
  assert.equal(ways.store.time, ways.time.now());
  ways.time.passes(120_000);
  ways.bayeuxFalls(19_000);
  assert.equal(ways.open, "rest");
  ways.time.passes(132_000);
  assert.equal(ways.open, "rest");
  ways.time.passes(120_000);
  assert.equal(ways.open, "bayeux rest");
  assert.deepEqual(ways.ear.heard, []);
});

test("what holds on trial is taken at once when REST falls", () => {
  const ways = new Ways();
  ways.fallsBack();
  ways.time.passes(120_000);
  ways.bayeux.comesUp();
  ways.time.passes(1000);
  ways.rest.goesDown();
  assert.equal(ways.open, "bayeux");
  assert.deepEqual(ways.ear.heard, ["down", "up"]);
});

test("while neither gets through they take turns, one at a time and ever more slowly", () => {
  const ways = new Ways();
  ways.link.open();
  const lasted: string[] = [];
  for (let second = 0, before = ""; second < 150; second += 1) {
    if (ways.open !== before) {
      lasted.push(`${second} ${ways.open}`);
      before = ways.open;
    }
    ways.time.passes(1000);
  }
  const expected = ["0 bayeux", "12 rest", "24 bayeux", "48 rest", "72 bayeux", "102 rest"];
  assert.deepEqual(lasted, [...expected, "132 bayeux"]);
  ways.bayeux.comesUp();
  assert.deepEqual(ways.ear.heard, ["up"]);
});

test("after an outage of both, Bayeux is tried soon", () => {
  const ways = new Ways();
  ways.link.open();
  ways.time.passes(12_000);
  ways.rest.fails();
  ways.rest.fails();
  ways.rest.comesUp();
  ways.time.passes(10_000);
  assert.equal(ways.open, "bayeux rest");
});

test("the next page begins with REST, and tries Bayeux when it is due", () => {
  const earlier = new Ways();
  earlier.fallsBack();
  const ways = new Ways(earlier.store);
  ways.time.passes(100_000);
  ways.link.open();
  assert.equal(ways.open, "rest");
  ways.rest.comesUp();
  ways.time.passes(31_999);
  assert.equal(ways.open, "rest");
  ways.time.passes(1);
  assert.equal(ways.open, "bayeux rest");
});

test("closed, it is silent and tries nothing; opened again it goes on", () => {
  const ways = new Ways();
  ways.fallsBack();
  ways.time.passes(120_000);
  ways.link.close();
  ways.bayeux.comesUp();
  ways.rest.comesUp();
  ways.time.passes(600_000);
  assert.equal(ways.open, "");
  assert.deepEqual(ways.ear.heard, []);
  ways.link.open();
  ways.rest.comesUp();
  assert.equal(ways.open, "rest");
  assert.deepEqual(ways.ear.heard, ["up"]);
});

test("wakes REST while the conversation is on it", () => {
  const ways = new Ways();
  ways.link.wake();
  ways.fallsBack();
  ways.link.wake();
  assert.equal(ways.rest.woken, 1);
});

test("a message whose answer the change has cost goes again with its key, once", () => {
  const ways = new Ways();
  const conversation = new Conversation(ways.link, new FakeStore(), ways.time);
  conversation.begin({ name: "Maria", email: "", question: "" });
  ways.bayeux.comesUp();
  ways.bayeux.answers({ secureKey: "secret", chatId: "0abc", nextPosition: 2 });
  conversation.say("Hello");
  ways.bayeux.goesDown();
  ways.time.passes(12_000);
  ways.rest.comesUp();
  const chat = { secureKey: "secret", chatId: "0abc" };
  assert.deepEqual(ways.rest.requests, [
    { operation: "requestNotifications", ...chat, transcriptPosition: 2 },
  ]);
  const [sent] = ways.bayeux.requests.filter(({ operation }) => operation === "sendMessage");
  ways.rest.answers({ secureKey: "secret", messages: [agentSays(2, "Hi")], nextPosition: 3 });
  assert.deepEqual(ways.rest.requests.at(-1), sent);
  const messages = [customerSaid(3, "Hello", "key2")];
  ways.rest.answers({ clientMessageId: "key2", messages, nextPosition: 4 });
  assert.deepEqual(conversation.entries.map(({ text }) => text), ["Hi", "Hello"]);
  assert.deepEqual(conversation.outgoing, []);
});

test("the memory of the way bears a storage that throws, or that others have written to", () => {
  const broken = new SessionWayStore(() => {
    throw new Error("private");
  });
  broken.remember(5);
  broken.forget();
  assert.equal(broken.failedAt(), null);
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  } as unknown as Storage;
  const store = new SessionWayStore(() => storage);
  store.remember(5);
  assert.deepEqual([...values], [["tandem.way", "rest 5"]]);
  assert.equal(store.failedAt(), 5);
  values.set("tandem.way", "by foot");
  assert.equal(store.failedAt(), null);
});
