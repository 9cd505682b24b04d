// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserName, systemName, userData } from "../src/environment.js";
import { Backoff } from "../src/link/backoff.js";
import { emptyRecord } from "../src/model/record.js";
import { BrowserRecordStore } from "../src/model/recordstore.js";
import { Catalogue } from "../src/texts/catalogue.js";
import { initials } from "../src/view/avatar.js";
import { linesOf } from "../src/view/lines.js";
import { entryOf, type Entry } from "../src/model/transcript.js";
import { agentSays, customerSaid } from "./fakes.js";

test("counts unread messages in words", () => {
  assert.equal(new Catalogue("en").openChat(1), "Open chat, 1 unread message");
  assert.equal(new Catalogue("de").openChat(2), "Chat öffnen, 2 ungelesene Nachrichten");
});

test("names those who type, and someone who has no name", () => {
  const catalogue = new Catalogue("en");
  assert.equal(catalogue.typing(["Alice"]), "Alice is typing …");
  assert.equal(catalogue.typing(["Alice", ""]), "Alice and Our agent are typing …");
  assert.equal(catalogue.typing([]), "");
});

test("puts values in as they are, even when they look like marks", () => {
  assert.equal(new Catalogue("en").text("joined", { name: "{name} $&" }), "{name} $& joined");
});

test("tells browsers and systems by their user agents", () => {
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 " +
    "(KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) " +
    "Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0";
  assert.deepEqual([browserName(safari), systemName(safari)], ["Safari 17", "iOS"]);
  assert.deepEqual([browserName(edge), systemName(edge)], ["Edge 120", "Windows"]);
  assert.deepEqual([browserName("curl"), systemName("curl")], ["unknown", "unknown"]);
});

test("sends the time zone in minutes, west negative, and bounds what a page says", () => {
  const data = userData({
    language: "en",
    referrer: "",
    url: `https://shop.example/${"x".repeat(5000)}`,
    title: "Shoes",
    userAgent: "",
    timezoneOffsetMinutes: 480,
  });
  assert.equal(data["TimeZone"], "-480");
  assert.equal(data["_genesys_source"], "web");
  assert.equal(data["_genesys_url"]?.length, 2000);
});

test("waits longer each time, never longer than the bound, and spread", () => {
  const latest = new Backoff(() => 1);
  const delays = Array.from({ length: 8 }, () => latest.nextDelayMs());
  assert.deepEqual(delays, [500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  assert.equal(new Backoff(() => 0).nextDelayMs(), 250);
  latest.reset();
  assert.equal(latest.nextDelayMs(), 500);
});

test("makes initials of one name, of two, and of letters beyond the basic plane", () => {
  assert.equal(initials("Alice"), "AL");
  assert.equal(initials("Ana María  de Souza"), "AS");
  assert.equal(initials("𝒜lice"), "𝒜L");
  assert.equal(initials(" "), "");
});

test("forgets a record that is broken, of another version, or out of reach", () => {
  const storageWith = (text: string) => () => ({ getItem: () => text }) as unknown as Storage;
  const forbidden = () => {
    throw new Error("SecurityError");
  };
  const store = (storage: () => Storage) => new BrowserRecordStore("k", () => 0, storage, storage);
  for (const text of ["{", '{"version":0}', "null", '{"version":9,"record":{"entries":[]}}']) {
    assert.equal(store(storageWith(text)).load(), null, text);
  }
  assert.equal(store(forbidden).load(), null);
});

test("joins what one person says in a row, and keeps a line's id while it is on its way", () => {
  const entries = [agentSays(1, "a"), agentSays(2, "b"), customerSaid(3, "c", "k1")]
    .map(entryOf)
    .filter((entry): entry is Entry => entry !== null);
  const [first, second, third, last] = linesOf(entries, [
    { key: "k2", text: "d", time: entries[2]?.time ?? 0, state: "waiting", attempts: 0 },
  ]);
  const ends = [first, second, third, last].map(
    (line) => line?.kind === "bubble" && line.isLastOfGroup,
  );
  assert.deepEqual(ends, [false, true, true, true]);
  assert.deepEqual([third?.id, last?.id], ["k1", "k2"]);
});

class FakeStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

test("a record is for all tabs, the draft and the open panel are a tab's own", () => {
  const shared = new FakeStorage();
  const storeOf = (own: FakeStorage, now = 0) => {
    const as = (storage: FakeStorage) => () => storage as unknown as Storage;
    return new BrowserRecordStore("k", () => now, as(shared), as(own));
  };
  const [first, second] = [new FakeStorage(), new FakeStorage()];
  const record = { ...emptyRecord(), startKey: "a", secureKey: "s", draft: "half", isShown: true };
  storeOf(first).save(record);
  assert.deepEqual(storeOf(first).load(), record);
  assert.deepEqual(storeOf(second).load(), { ...record, draft: "", isShown: false });
  storeOf(first).save({ ...record, startKey: "b", draft: "" });
  assert.equal(storeOf(second).load()?.startKey, "b");
  assert.equal(storeOf(first, 3_600_000).load(), null);
  assert.deepEqual([shared.items.size, first.items.size], [0, 0]);
});

test("a record that a tab had for itself is taken over", () => {
  const [shared, own] = [new FakeStorage(), new FakeStorage()];
  const record = { ...emptyRecord(), startKey: "a", draft: "half" };
  own.setItem("k", JSON.stringify({ version: 1, record }));
  const as = (storage: FakeStorage) => () => storage as unknown as Storage;
  const store = new BrowserRecordStore("k", () => 0, as(shared), as(own));
  assert.deepEqual(store.load(), record);
  store.save(record);
  assert.equal(own.getItem("k"), null);
  assert.deepEqual(store.load(), record);
});
