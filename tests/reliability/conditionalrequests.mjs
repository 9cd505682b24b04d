// SPDX-License-Identifier: GPL-3.0-or-later
// R4, requests without keys: conditional on the state of an interaction, through its life.
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { Desk, effectsOf, Repeated, timesOf, UnsteadyServer } from "./repeats.mjs";
import { seededRandom } from "./seededrandom.mjs";

const state = ({ id, state: name, agentId }) => ({ id, state: name, agentId });
const whole = (answer) => answer;

/** The steps of a life: who asks what, and what must be the same in each answer. Some are asked
 * again later, when others have it. */
function stepsOf({ alice, bob, id, disposition }) {
  const of = (desk, verb, params, essence) => {
    const ask = () => desk.ask(`interaction.${verb}`, { interactionId: id, ...params });
    const request = new Repeated(`${verb} ${JSON.stringify(params)}`, ask, essence);
    return Object.assign(request, { isOfInteraction: true });
  };
  const agentIs = (desk, params) => {
    const ask = () => desk.ask("agent.setState", params);
    return new Repeated(`agent.setState ${params.state}`, ask, () => 0);
  };
  const pulls = () => of(alice, "pull", {}, ({ interaction }) => state(interaction));
  const toBob = { target: { agentId: bob.client.id } };
  const givesToBob = of(alice, "transfer", toBob, ({ id: same }) => same);
  const toSales = { target: { queueId: "sales" } };
  const givesBack = of(bob, "transfer", toSales, ({ id: same, queueId }) => [same, queueId]);
  const send = { interactionId: id, text: `in the life of ${id}`, clientMessageId: "said" };
  return [
    of(alice, "accept", {}, ({ interaction }) => state(interaction)),
    agentIs(alice, { state: "not_ready" }),
    of(alice, "updateData", { set: { a: "1" } }, ({ attachedData }) => attachedData),
    of(alice, "updateData", { set: { b: "2" }, remove: ["a"] }, ({ attachedData }) => attachedData),
    of(alice, "setPriority", { priority: 7 }, ({ priority }) => priority),
    of(alice, "setDisposition", { code: disposition }, ({ disposition: code }) => code),
    new Repeated("chat.send", () => alice.ask("chat.send", send), whole),
    of(alice, "park", {}, ({ workbinId, ...view }) => ({ workbinId, ...state(view) })),
    pulls(),
    agentIs(bob, { state: "ready" }),
    givesToBob,
    of(bob, "accept", {}, ({ interaction }) => state(interaction)),
    givesToBob,
    agentIs(bob, { state: "not_ready" }),
    givesBack,
    pulls(),
    givesBack,
    of(alice, "release", {}, whole),
    pulls(),
    of(alice, "markDone", {}, ({ doneAt, ...view }) => ({ doneAt, ...state(view) })),
  ];
}

const wantedMoves = {
  created: 1,
  offered: 2,
  accepted: 2,
  parked: 1,
  pulled: 3,
  transferred: 2,
  returned: 1,
  conversation_ended: 1,
  marked_done: 1,
};

/** One interaction from its offer to its end, each request 1 to 20 times; gives its requests. */
async function lives(unsteady, { alice, bob, disposition }) {
  await unsteady.up();
  await alice.ask("agent.setState", { state: "ready" });
  const customer = await new RestCustomer(unsteady.url).starts({ nickname: "lives" });
  const id = customer.chatId;
  await until("the offer", async () => {
    return (await alice.ask("interaction.get", { interactionId: id })).state === "offered";
  });
  const steps = stepsOf({ alice, bob, id, disposition });
  for (const step of steps) {
    for (let times = timesOf(unsteady.random); times > 0; --times) {
      await step.attempt(unsteady);
    }
    await step.isAnswered(unsteady);
  }
  for (const step of steps.filter(({ isOfInteraction }) => isOfInteraction)) {
    await unsteady.answer(() => step.ask()); // whatever is answered now: it changes nothing
  }
  return { id, steps: [...new Set(steps)] };
}

function namesWhere(moves, isWrong) {
  const causes = new Set([...Object.keys(wantedMoves), ...Object.keys(moves)]);
  return [...causes].filter((cause) => isWrong(moves[cause] ?? 0, wantedMoves[cause] ?? 0));
}

/**
 * Interactions one after the other whose agents ask everything 1 to 20 times, while the server
 * crashes. options: seed, count, share. Gives what repeatKeyedRequests does.
 */
export async function repeatConditionalRequests(t, { seed, count, share = 0.02 }) {
  const server = await Server.start(t);
  const unsteady = new UnsteadyServer(server, seededRandom(seed), share);
  const [alice, bob] = [await Desk.of(server.url, "alice"), await Desk.of(server.url, "bob")];
  unsteady.desks = [alice, bob];
  const [{ code: disposition }] = alice.client.welcome.dispositions;
  const told = [];
  for (let number = 0; number < count; ++number) {
    told.push(await lives(unsteady, { alice, bob, disposition }));
  }
  await unsteady.up();
  const { moves, texts } = await effectsOf(server);
  await Promise.all([alice, bob].map((desk) => desk.client.drop()));
  await server.kill();
  const steps = told.flatMap((life) => life.steps);
  const wrong = (isWrong) => told.flatMap(({ id }) => [
    ...namesWhere(moves[id], isWrong).map((cause) => `${cause} of ${id}`),
    ...(isWrong(texts[`in the life of ${id}`] ?? 0, 1) ? [`text of ${id}`] : []),
  ]);
  return {
    asked: steps.reduce((sum, { attempts }) => sum + attempts, 0),
    crashes: unsteady.crashes,
    differing: steps.map(({ difference }) => difference).filter(Boolean),
    doubled: wrong((often, wanted) => often > wanted),
    missing: wrong((often, wanted) => often < wanted),
  };
}
