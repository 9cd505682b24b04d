// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation whose store fails, and what its customer and agent must be told.
import assert from "node:assert/strict";
import { NotConnected } from "./agent.mjs";
import { Company } from "./company.mjs";
import { until } from "./condition.mjs";

export async function health(url) {
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) });
  return answer.status;
}

/** The agent's session must be resumed after the server had to read its state anew. */
async function saysAgain(alice, interactionId, text) {
  try {
    return await alice.says(interactionId, text, `a ${text}`);
  } catch (error) {
    if (!(error instanceof NotConnected)) {
      throw error;
    }
    await alice.reconnect();
    await alice.resume().catch(async (refusal) => {
      await alice.drop();
      throw refusal;
    });
    return alice.says(interactionId, text, `a ${text}`);
  }
}

/** What customer and agent are told while nothing can be stored. */
export async function refusesToSay({ customer, alice, interactionId }, text) {
  const answer = await customer.tries("send", { message: text, clientMessageId: text });
  assert.ok(answer.status === 503 || answer.body.statusCode === 1, JSON.stringify(answer.body));
  await assert.rejects(
    saysAgain(alice, interactionId, text),
    (error) => ["store_unavailable", "busy"].includes(error.reason),
  );
}

export async function goesOn({ customer, alice, interactionId, company }, text) {
  const isGood = async () => (await health(company.server.url)) === 200;
  await until("health to be good again", isGood, 5000);
  await until("the customer's message to be taken", async () => {
    const answer = await customer.tries("send", { message: text, clientMessageId: text });
    return answer.body.statusCode === 0;
  });
  await until("the agent to go on", () => saysAgain(alice, interactionId, `answer to ${text}`));
  const said = (await alice.transcript(interactionId)).filter((event) => event.text === text);
  assert.equal(said.length, 1, `"${text}" is said once`);
}

export async function conversing(t, options) {
  const company = await Company.open(t, options);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("before");
  return { company, alice, customer, interactionId };
}
