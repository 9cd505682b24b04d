// SPDX-License-Identifier: GPL-3.0-or-later
// The widget behind a network that lets no Bayeux through: it polls by REST.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../support/condition.mjs";
import { Shop } from "./support/shop.mjs";

const cometdFails = { allowsBayeux: false };
const cases = [];

/** Waits most of its time: all of them go side by side. */
function test(name, act) {
  cases.push({ name, act });
}

async function scene(t, options) {
  const shop = await Shop.open(t);
  const line = await shop.gate(options);
  const customer = await shop.customer({ url: line.url });
  return { shop, line, customer };
}

async function inConversation(t, options, form) {
  const all = await scene(t, options);
  await all.customer.begins(form);
  const agent = await all.shop.agentAccepts();
  await all.customer.sees(`${all.shop.agentName} joined`);
  return { ...all, agent };
}

function isSent(customer, text) {
  return customer.page.locator(".row.sent", { hasText: text }).waitFor();
}

function isConnected(customer) {
  return customer.page.getByText("Reconnecting …").waitFor({ state: "detached" });
}

test("a whole conversation by REST where no Bayeux gets through", async (t) => {
  const { shop, line, customer, agent } = await inConversation(t, cometdFails, { question: "Hi" });
  const name = shop.agentName;
  await agent.types();
  await customer.seesTyping(`${name} is typing …`);
  await agent.says("Good day");
  await customer.sees("Good day");
  await customer.messageField.pressSequentially("Tha");
  await agent.hearsOfTyping("TypingStarted");
  await agent.hearsOfTyping("TypingStopped");
  await customer.says("Thanks");
  for (const text of ["one", "two", "three"]) {
    await customer.writes(text);
    await agent.says(`to ${text}`);
  }
  await isSent(customer, "three");
  await customer.sees("to three");
  const said = ["Hi", "Thanks", "one", "two", "three"];
  assert.deepEqual(await agent.customerTexts(), said);
  const bubbles = await customer.bubbles();
  const of = (who) => bubbles.filter((bubble) => bubble.startsWith(who));
  assert.deepEqual(of("You"), said.map((text) => `You: ${text}`));
  const answers = ["Good day", "to one", "to two", "to three"];
  assert.deepEqual(of(name), answers.map((text) => `${name}: ${text}`));
  assert.ok(line.calls.includes("readReceipt"), "the agent does not hear what is read");
  await customer.ends();
  await agent.hearsOfLeaving();
  const asked = line.calls.length;
  await pause(4000);
  assert.equal(line.calls.length, asked, "polls after the end");
  assert.equal(await shop.agent.hasHeard("interaction.offered"), false, "began twice");
  customer.hasNothingToComplainOf();
});

test("goes over to REST where long polls are cut again and again", async (t) => {
  const proxy = { allowsWebSocket: false, cutsAfterMs: 1500 };
  const { shop, line, customer, agent } = await inConversation(t, proxy, { question: "Hello" });
  await customer.writes("on the way");
  await until("the widget to poll by REST", () => line.calls.includes("refresh"), 30_000);
  const polls = line.polls;
  await agent.says("Good day");
  await customer.sees("Good day");
  await customer.says("Thanks");
  await until("some polls", () => line.calls.filter((one) => one === "refresh").length > 3);
  // A good-bye of the link that was left may have been on its way.
  assert.ok(line.polls <= polls + 1, `${line.polls} ${polls}`);
  assert.deepEqual(await agent.customerTexts(), ["Hello", "on the way", "Thanks"]);
  const answer = `${shop.agentName}: Good day`;
  const expected = ["You: Hello", "You: on the way", answer, "You: Thanks"];
  assert.deepEqual(await customer.bubbles(), expected);
  assert.equal(await shop.agent.hasHeard("interaction.offered"), false, "began twice");
});

/** Both sides write while the network comes and goes; each message is there once, in order. */
async function flaps({ shop, customer, agent }, blocks, frees) {
  const said = [];
  const answered = [];
  for (let round = 1; round <= 4; round += 1) {
    blocks(round);
    said.push(`mine ${round}a`, `mine ${round}b`);
    answered.push(`theirs ${round}`);
    await customer.writes(`mine ${round}a`);
    await agent.says(`theirs ${round}`);
    await customer.writes(`mine ${round}b`);
    await pause(2500);
    frees();
    await pause(round === 3 ? 100 : 1500);
  }
  await isSent(customer, "mine 4b");
  await customer.sees("theirs 4");
  await isConnected(customer);
  assert.deepEqual(await agent.customerTexts(), said);
  const bubbles = await customer.bubbles();
  const of = (who) => bubbles.filter((bubble) => bubble.startsWith(who));
  assert.deepEqual(of("You"), said.map((text) => `You: ${text}`));
  assert.deepEqual(of(shop.agentName), answered.map((text) => `${shop.agentName}: ${text}`));
  const order = (await shop.agent.transcript(agent.id))
    .filter(({ type }) => type === "Message")
    .map(({ text }) => text);
  assert.deepEqual(bubbles.map((bubble) => bubble.replace(/^.*?: /, "")), order);
}

test("loses and doubles nothing by REST while the network comes and goes", async (t) => {
  const all = await inConversation(t, cometdFails);
  const { line } = all;
  const blocks = (round) => (round % 2 === 0 ? (line.losesHttpAnswers = true) : line.cut());
  await flaps(all, blocks, () => {
    line.losesHttpAnswers = false;
    line.mend();
  });
});

test("loses and doubles nothing while Bayeux comes and goes, and then polls", async (t) => {
  const all = await inConversation(t, {});
  const { line } = all;
  const cutsOff = () => {
    line.allowsBayeux = false;
    line.cut();
    line.mend();
  };
  await flaps(all, cutsOff, () => (line.allowsBayeux = true));
  // On a slow machine it may not have been up between two cuts.
  for (let more = 0; more < 8 && !line.calls.includes("refresh"); more += 1) {
    cutsOff();
    await pause(2500);
    line.allowsBayeux = true;
    await pause(1500);
  }
  assert.ok(line.calls.includes("refresh"), "did not go over to REST");
});

test("a message that arrives late, after its repeat, counts once", async (t) => {
  const { line, customer, agent } = await inConversation(t, cometdFails);
  line.strays = 1;
  await customer.says("only once");
  await customer.says("and then this");
  await pause(4000);
  await customer.says("last");
  const expected = ["only once", "and then this", "last"];
  assert.deepEqual(await agent.customerTexts(), expected);
  assert.deepEqual(await customer.bubbles(), expected.map((text) => `You: ${text}`));
  assert.equal(line.calls.filter((one) => one === "send").length, 4);
});

test("a reload by REST resumes the chat, without waiting for Bayeux again", async (t) => {
  const { line, customer, agent, shop } = await inConversation(t, cometdFails);
  await customer.says("before");
  line.cut();
  await customer.writes("kept");
  line.mend();
  const polls = line.polls;
  await customer.page.reload();
  await isSent(customer, "kept");
  await agent.says("Still there?");
  await customer.sees("Still there?");
  assert.equal(line.polls, polls, "tried Bayeux first");
  assert.deepEqual(await agent.customerTexts(), ["before", "kept"]);
  const answer = `${shop.agentName}: Still there?`;
  assert.deepEqual(await customer.bubbles(), ["You: before", "You: kept", answer]);
});

test("keeps nothing before the customer begins, and works without storage", async (t) => {
  const { shop, line, customer } = await scene(t, cometdFails);
  await customer.opensWidget();
  assert.equal(await customer.page.evaluate(() => sessionStorage.length), 0);
  await customer.context.addInitScript(() => {
    const fails = { get: () => { throw new Error("private"); } };
    Object.defineProperty(window, "sessionStorage", fails);
  });
  await customer.page.reload();
  await customer.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  await agent.says("Good day");
  await customer.sees("Good day");
  assert.ok(line.calls.length > 0);
  customer.hasNothingToComplainOf();
});

test("goes back to Bayeux when it works, and loses nothing on the way", async (t) => {
  const { line, customer, shop } = await scene(t, {});
  await customer.opensWidget();
  line.cut();
  await customer.fillsForm({ question: "Anybody there?" });
  await pause(5000);
  line.allowsBayeux = false;
  line.mend();
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} joined`);
  line.allowsBayeux = true;
  let count = 0;
  const goesBack = async () => {
    count += 1;
    await customer.writes(`mine ${count}`);
    await agent.says(`theirs ${count}`);
    await pause(1000);
    return customer.framesSent.some((frame) => frame.includes("sendMessage"));
  };
  await until("the widget to be back at Bayeux", goesBack, 60_000);
  await isSent(customer, `mine ${count}`);
  await customer.sees(`theirs ${count}`);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const said = ["Anybody there?", ...numbers.map((number) => `mine ${number}`)];
  assert.deepEqual(await agent.customerTexts(), said);
  const bubbles = await customer.bubbles();
  assert.equal(bubbles.length, said.length + count);
  const own = bubbles.filter((bubble) => bubble.startsWith("You: "));
  assert.deepEqual(own, said.map((text) => `You: ${text}`));
  const asked = line.calls.length;
  await pause(4000);
  assert.equal(line.calls.length, asked, "still polls");
});

describe("ways to the server", { concurrency: 3 }, () => {
  cases.forEach(({ name, act }) => it(name, act));
});
