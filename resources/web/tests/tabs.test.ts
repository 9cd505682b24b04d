// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { VotedSeat, type Vote } from "../src/link/seats.js";
import { TabConversation } from "../src/model/tabconversation.js";
import type { TabMessage, Tabs, TabsListener } from "../src/model/tabs.js";
import { agentSays, customerSaid, FakeLink, FakeStore, FakeSurroundings, joined } from "./fakes.js";

/** The tabs of one browser: who comes first leads. */
class Browser {
  readonly time = new FakeSurroundings();
  readonly store = new FakeStore();
  readonly tabs: Tab[] = [];
  readonly waiting: Tab[] = [];
  leader: Tab | null = null;

  opens(): Tab {
    const tab = new Tab(this);
    this.tabs.push(tab);
    tab.conversation.resume();
    return tab;
  }

  gives(): void {
    const next = this.leader ? undefined : this.waiting.shift();
    if (next) {
      this.leader = next;
      next.listener?.tookOver();
    }
  }
}

class Tab implements Tabs {
  readonly link = new FakeLink();
  listener: TabsListener | null = null;
  isFrozen = false;
  readonly conversation: TabConversation;

  constructor(private readonly browser: Browser) {
    this.conversation = new TabConversation(this.link, browser.store, browser.time, this);
  }

  get isLeading(): boolean {
    return this.browser.leader === this;
  }

  listen(listener: TabsListener): void {
    this.listener = listener;
  }

  lead(): void {
    const before = this.browser.leader;
    this.browser.leader = this;
    if (before && before !== this) {
      before.listener?.lostLead();
    }
  }

  join(): void {
    if (!this.isLeading && !this.browser.waiting.includes(this)) {
      this.browser.waiting.push(this);
      this.browser.gives();
    }
  }

  leave(): void {
    this.browser.waiting.splice(this.browser.waiting.indexOf(this) >>> 0, 1);
    if (this.isLeading) {
      this.browser.leader = null;
      this.browser.gives();
    }
  }

  post(message: TabMessage): void {
    const copy = JSON.parse(JSON.stringify(message)) as TabMessage;
    for (const tab of this.isFrozen ? [] : this.browser.tabs) {
      if (tab !== this && !tab.isFrozen) {
        tab.listener?.heard(copy);
      }
    }
  }

  texts(): string[] {
    const { entries, outgoing } = this.conversation;
    return [...entries, ...outgoing].flatMap(({ text }) => (text ? [text] : []));
  }
}

function twoTabs() {
  const browser = new Browser();
  const [first, second] = [browser.opens(), browser.opens()];
  first.conversation.begin({ name: "Maria", email: "", question: "" });
  first.link.comesUp();
  first.link.answers({ secureKey: "secret", nextPosition: 2, messages: [joined(1, "Client")] });
  first.link.requests = [];
  return { browser, first, second };
}

test("a conversation that is begun in one tab is in the other, over one line", () => {
  const { first, second } = twoTabs();
  first.link.answers({ messages: [joined(2, "Agent"), agentSays(3, "Hello")] });
  assert.equal(second.conversation.phase, "open");
  assert.deepEqual(second.texts(), ["Hello"]);
  assert.equal(second.link.isOpen, false);
});

test("what is said in the other tab goes over the one line, once", () => {
  const { browser, first, second } = twoTabs();
  second.conversation.say("Hi");
  assert.deepEqual(first.link.sentTexts(), ["Hi"]);
  assert.deepEqual(second.texts(), ["Hi"]);
  browser.time.passes(6000);
  const [key] = first.conversation.outgoing.map((one) => one.key);
  first.link.answers({ clientMessageId: key, messages: [customerSaid(2, "Hi", key)] });
  browser.time.passes(6000);
  assert.deepEqual(first.link.sentTexts(), ["Hi"]);
  assert.deepEqual([first.texts(), second.texts()], [["Hi"], ["Hi"]]);
});

test("when the tab that leads is frozen, the other leads, with what it was about to say", () => {
  const { browser, first, second } = twoTabs();
  first.isFrozen = true;
  second.conversation.say("Anybody?");
  browser.time.passes(8000);
  assert.equal(browser.leader, second);
  assert.deepEqual(second.link.operations(), []);
  second.link.comesUp();
  second.link.answers({ secureKey: "secret", nextPosition: 2 });
  assert.deepEqual(second.link.sentTexts(), ["Anybody?"]);
  first.isFrozen = false;
  assert.equal(first.link.isOpen, false);
  browser.time.passes(3000);
  second.link.answers({ messages: [agentSays(2, "Yes")] });
  assert.deepEqual(first.texts().includes("Yes"), true);
});

test("when the tab that leads is left, the other goes on from where it was", () => {
  const { browser, first, second } = twoTabs();
  browser.time.passes(3000);
  first.link.answers({ messages: [joined(2, "Agent"), agentSays(3, "Hello")] });
  first.conversation.leaves();
  assert.equal(browser.leader, second);
  second.link.comesUp();
  const [resume] = second.link.requests;
  assert.ok(resume?.operation === "requestNotifications");
  assert.equal(resume.transcriptPosition, 4);
});

test("an end in the other tab ends it everywhere; drafts stay apart", () => {
  const { browser, first, second } = twoTabs();
  first.conversation.wrote("mine");
  second.conversation.wrote("and mine");
  browser.time.passes(2500);
  assert.equal(first.conversation.state.draft, "mine");
  assert.equal(second.conversation.state.draft, "and mine");
  second.conversation.end();
  assert.ok(first.link.operations().includes("disconnect"));
  assert.deepEqual([first.conversation.phase, second.conversation.phase], ["ended", "ended"]);
  second.conversation.keepAfter({ survey: "sent" });
  assert.equal(first.conversation.state.after?.survey, "sent");
});

test("what is looked at in one tab is unread in none and rings nowhere", () => {
  const { first, second } = twoTabs();
  second.conversation.show(true);
  first.link.answers({ messages: [joined(2, "Agent"), agentSays(3, "Hello")] });
  assert.deepEqual([first.conversation.state.unread, second.conversation.state.unread], [0, 0]);
  assert.ok(first.link.operations().includes("readReceipt"));
  assert.deepEqual([first.conversation.mayRing, second.conversation.mayRing], [false, false]);
  second.conversation.show(false);
  first.link.answers({ messages: [agentSays(4, "Still there?")] });
  assert.deepEqual([first.conversation.state.unread, second.conversation.state.unread], [1, 1]);
  assert.deepEqual([first.conversation.mayRing, second.conversation.mayRing], [true, false]);
});

test("without locks one tab has the seat, and the next when it is left or taken", () => {
  const time = new FakeSurroundings();
  const seats: VotedSeat[] = [];
  const told: string[] = [];
  const seat = (id: string) => {
    const post = (vote: Vote) => seats.forEach((one) => one !== own && one.heard(vote));
    const events = { got: () => told.push(`${id} got`), lost: () => told.push(`${id} lost`) };
    const own: VotedSeat = new VotedSeat(post, id, time, events, () => 0);
    seats.push(own);
    return own;
  };
  const [a, b] = [seat("a"), seat("b")];
  a.wait();
  time.passes(1000);
  b.wait();
  time.passes(1000);
  assert.deepEqual(told, ["a got"]);
  a.leave();
  time.passes(1000);
  assert.deepEqual(told, ["a got", "b got"]);
  a.take();
  time.passes(1000);
  assert.deepEqual(told.slice(2), ["b lost"]);
  b.take();
  a.take();
  time.passes(1000);
  assert.deepEqual(told.slice(3), ["a lost", "b lost"]);
});
