// SPDX-License-Identifier: GPL-3.0-or-later
// The server is killed in the middle of each step by which others come into a conversation:
// nothing that was acknowledged is lost, somebody has it, and nobody is stuck with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NotConnected, RpcError } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";

const to = (people) => ({ target: { agentId: people.bob.id } });
const accepts = ({ bob }, interactionId) => bob.accepts(interactionId);

/** The steps of each way; the server dies in each of them once. */
const ways = {
  transfer: [
    (people, interactionId) =>
      people.alice.ask("interaction.transfer", { interactionId, ...to(people) }),
    accepts,
  ],
  conference: [
    (people, interactionId) =>
      people.alice.ask("interaction.conference", { interactionId, ...to(people) }),
    accepts,
    ({ bob }, interactionId) => bob.ask("interaction.release", { interactionId }),
  ],
  "a consultation that becomes a transfer": [
    (people, interactionId) =>
      people.alice.ask("interaction.consult", { interactionId, ...to(people) }),
    accepts,
    ({ alice }, interactionId) => alice.ask("interaction.completeTransfer", { interactionId }),
  ],
  "a consultation that becomes a conference": [
    (people, interactionId) =>
      people.alice.ask("interaction.consult", { interactionId, ...to(people) }),
    accepts,
    ({ alice }, interactionId) => alice.ask("interaction.completeConference", { interactionId }),
    ({ alice }, interactionId) => alice.ask("interaction.release", { interactionId }),
  ],
  supervision: [
    ({ sam }, interactionId) => sam.ask("supervision.monitor", { interactionId }),
    ({ sam }, interactionId) => sam.ask("supervision.coach", { interactionId }),
    ({ sam }, interactionId) => sam.ask("supervision.bargeIn", { interactionId }),
    ({ sam }, interactionId) => sam.ask("supervision.leave", { interactionId }),
  ],
};

const diesInIt = (error) => {
  if (!(error instanceof NotConnected)) {
    throw error;
  }
};

async function comeBack(people) {
  for (const agent of Object.values(people)) {
    await agent.closed;
    await agent.reconnect();
    await agent.resume();
  }
}

/** Whoever is offered something still gives it back; the work stays with whoever has it. */
async function refuses(agent, interactionId) {
  try {
    await agent.ask("interaction.reject", { interactionId });
  } catch (error) {
    assert.ok(error instanceof RpcError && error.reason === "not_found", String(error));
  }
}

async function goesOn(people, customer, interactionId, acknowledged) {
  const { alice, bob, sam } = people;
  await refuses(bob, interactionId);
  const interaction = await sam.ask("interaction.get", { interactionId });
  const owner = [alice, bob].find(({ id }) => id === interaction.agentId);
  assert.ok(owner, `nobody has it: ${JSON.stringify(interaction)}`);
  await owner.says(interactionId, "I am still here");
  await customer.says("So am I");
  acknowledged.push("I am still here", "So am I");
  await customer.catchesUp();
  assert.deepEqual(customer.texts(), acknowledged, "the customer misses something");
  const transcript = await sam.transcript(interactionId);
  const texts = transcript.filter(({ type }) => type === "Message").map(({ text }) => text);
  assert.deepEqual(texts, acknowledged, "the transcript misses something");
  transcript.forEach(({ index }, at) => assert.equal(index, at + 1));
  await owner.ask("interaction.markDone", { interactionId });
  await until("nobody to be held up by it", async () => {
    const { agents } = await sam.ask("agent.list", {});
    return agents.every(({ channels }) => channels.every(({ active }) => active === 0));
  });
}

for (const [way, steps] of Object.entries(ways)) {
  test(`a server that dies during ${way} leaves nobody behind`, async (t) => {
    const company = await Company.open(t);
    const people = {
      alice: await company.agent("alice"),
      bob: await company.agent("bob", { ready: false }),
      sam: await company.agent("sam", { ready: false }),
    };
    for (let dying = 0; dying < steps.length; ++dying) {
      const customer = await company.customer().starts();
      const { id } = await people.alice.accepts(customer.chatId);
      await people.bob.ready();
      await people.alice.says(id, "Hello");
      await customer.says("Good day");
      const acknowledged = ["Hello", "Good day"];
      for (const step of steps.slice(0, dying)) {
        await step(people, id);
      }
      const last = steps[dying](people, id).catch(diesInIt);
      await new Promise((resolve) => setTimeout(resolve, dying * 3));
      await company.server.crashAndRestart();
      await last;
      await comeBack(people);
      await goesOn(people, customer, id, acknowledged);
      await people.bob.notReady();
    }
  });
}
