// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { mailForm, mailOutcome } from "../src/link/maillink.js";
import { expectedOf } from "../src/link/waitlink.js";
import { Expectation, type WaitAnswer } from "../src/model/expectation.js";
import { FakeSurroundings } from "./fakes.js";
import { settled } from "./restfakes.js";

const open = { isOpen: true, waitMs: null };

function asking(isRepeated: boolean) {
  const time = new FakeSurroundings();
  const server = { asked: 0, answer: open as WaitAnswer };
  const ask = () => {
    server.asked += 1;
    return Promise.resolve(server.answer);
  };
  return { time, server, expectation: new Expectation(ask, time, isRepeated) };
}

test("where the wait is not shown, the queue is asked for once", async () => {
  const { time, server, expectation } = asking(false);
  assert.equal(expectation.isSettled, false);
  expectation.watch(true);
  await settled();
  time.passes(120_000);
  expectation.watch(false);
  expectation.watch(true);
  assert.deepEqual([server.asked, expectation.isSettled, expectation.isAway], [1, true, false]);
});

test("a queue that was closed or out of reach is asked for again", async () => {
  const { server, expectation } = asking(false);
  const looks = async (answer: WaitAnswer) => {
    server.answer = answer;
    expectation.watch(true);
    await settled();
    expectation.watch(false);
    return expectation.isAway;
  };
  assert.equal(await looks("unreachable"), true);
  assert.equal(await looks({ ...open, isOpen: false }), true);
  assert.equal(await looks(null), false);
  assert.equal(server.asked, 3);
});

test("names of what a chat must come with are read, and nothing else", () => {
  const { requiredFields } = expectedOf({ ewt: 1, requiredFields: ["text", 7, null] }) ?? {};
  assert.deepEqual(requiredFields, ["text"]);
  assert.deepEqual(expectedOf({ ewt: -1, requiredFields: "text" }), open);
});

test("a message that is left has attached data in one field each", () => {
  const mail = { firstName: "A", lastName: "B", fromAddress: "a@b", subject: "S", text: "T=1&2" };
  const form = mailForm(mail, { TimeZone: "60", page: "a=b" });
  assert.equal(form.get("text"), "T=1&2");
  assert.deepEqual(form.getAll("userData"), ["TimeZone=60", "page=a=b"]);
});

test("what becomes of a message is read from the answer", () => {
  assert.equal(mailOutcome({ statusCode: 0, interactionId: "0abc" }), "sent");
  assert.equal(mailOutcome({ statusCode: 1 }), "failed");
  assert.equal(mailOutcome(null), "failed");
  assert.deepEqual(mailOutcome({ statusCode: 2, errors: [{ code: 181 }] }), {
    field: "fromAddress",
  });
});
