// SPDX-License-Identifier: GPL-3.0-or-later
// R4, requests without keys: conditional on the state of an interaction, through its life.
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { Desk, effectsOf, Repeated, timesOf, UnsteadyServer } from "./repeats.mjs";
import { seededRandom } from "./seededrandom.mjs";

const whole = (answer) => answer;
const state = ({ id, state: name, agentId }) => ({ id, state: name, agentId });
const ownState = ({ interaction }) => state(interaction);
const sameId = ({ id }) => id;

/** The requests of one interaction. */
class Life {
  constructor({ alice, bob, disposition }, id) {
    Object.assign(this, { alice, bob, disposition, id });
    this.toBob = { target: { agentId: bob.client.id } };
  }

  of(desk, method, params, essence) {
    const ask = () => desk.ask(method, { interactionId: this.id, ...params });
    const request = new Repeated(`${method} ${JSON.stringify(params)}`, ask, essence);
    return Object.assign(request, { isOfInteraction: true });
  }

  becomes(desk, name) {
    const ask = () => desk.ask("agent.setState", { state: name });
    return new Repeated(`agent.setState ${name}`, ask, () => 0);
  }

  accepts(desk) {
    return this.of(desk, "interaction.accept", {}, ownState);
  }

  pulls(desk) {
    return this.of(desk, "interaction.pull", {}, ownState);
  }

  says(desk) {
    const params = { text: `in the life of ${this.id}`, clientMessageId: "said" };
    return this.of(desk, "chat.send", params, whole);
  }

  done(desk) {
    const essence = ({ doneAt, ...view }) => ({ doneAt, ...state(view) });
    return this.of(desk, "interaction.markDone", {}, essence);
  }

  /** Data, workbin, transfers; some are asked again later, when others have it. */
  handling() {
    const { alice, bob, toBob } = this;
    const updates = (params) =>
      this.of(alice, "interaction.updateData", params, ({ attachedData }) => attachedData);
    const disposition = { code: this.disposition };
    const givesToBob = this.of(alice, "interaction.transfer", toBob, sameId);
    const toSales = { target: { queueId: "sales" } };
    const queue = ({ id, queueId }) => ({ id, queueId });
    const givesBack = this.of(bob, "interaction.transfer", toSales, queue);
    return [
      updates({ set: { a: "1" } }),
      updates({ set: { b: "2" }, remove: ["a"] }),
      this.of(alice, "interaction.setPriority", { priority: 7 }, ({ priority }) => priority),
      this.of(alice, "interaction.setDisposition", disposition, (view) => view.disposition),
      this.says(alice),
      this.of(alice, "interaction.park", {}, ({ workbinId, ...view }) => [workbinId, state(view)]),
      this.pulls(alice),
      givesToBob,
      this.accepts(bob),
      givesToBob,
      givesBack,
      this.pulls(alice),
      givesBack,
      this.of(alice, "interaction.release", {}, whole),
      this.pulls(alice),
      this.done(alice),
    ];
  }

  #consults() {
    const { alice, bob, toBob } = this;
    const consulted = ({ id, consultedId }) => ({ id, consultedId });
    return [this.of(alice, "interaction.consult", toBob, consulted), this.accepts(bob)];
  }

  /** Asking others, and giving it to them by that. */
  consulting() {
    const { alice, bob, toBob } = this;
    const members = ({ id, memberIds }) => ({ id, memberIds });
    const completes = this.of(alice, "interaction.completeTransfer", {}, whole);
    return [
      this.of(alice, "interaction.consult", toBob, sameId),
      this.of(bob, "interaction.reject", {}, whole),
      ...this.#consults(),
      this.of(alice, "interaction.cancelConsult", {}, state),
      ...this.#consults(),
      this.of(alice, "interaction.completeConference", {}, members),
      this.of(bob, "interaction.release", {}, whole),
      ...this.#consults(),
      completes,
      this.says(bob),
      completes,
      this.of(bob, "chat.end", {}, whole),
      this.done(bob),
    ];
  }
}

/** One interaction from its offer to its end; times: how often each request is asked. */
async function lives(unsteady, team, kind, times) {
  const { alice, bob } = team;
  await unsteady.up();
  await alice.ask("agent.setState", { state: "ready" });
  const customer = await new RestCustomer(unsteady.url).starts({ nickname: "lives" });
  const id = customer.chatId;
  await until("the offer", async () => {
    return (await alice.ask("interaction.get", { interactionId: id })).state === "offered";
  });
  const life = new Life(team, id);
  const steps = [
    life.accepts(alice),
    life.becomes(alice, "not_ready"),
    life.becomes(bob, "ready"),
    ...life[kind](),
    life.becomes(bob, "not_ready"),
  ];
  for (const step of steps) {
    for (let left = times(); left > 0; --left) {
      await step.attempt(unsteady);
    }
    await step.isAnswered(unsteady);
  }
  for (const step of steps.filter(({ isOfInteraction }) => isOfInteraction)) {
    await unsteady.answer(() => step.ask()); // whatever is answered now: it changes nothing
  }
  await unsteady.up();
  return { id, kind, steps: [...new Set(steps)] };
}

/** Causes by which a life moved more often, or less, than one that nothing disturbed. */
function movedOtherwise(moves, calm, isWrong) {
  const causes = new Set([...Object.keys(calm), ...Object.keys(moves)]);
  return [...causes].filter((cause) => isWrong(moves[cause] ?? 0, calm[cause] ?? 0));
}

async function allLives(unsteady, team, count) {
  const kinds = ["handling", "consulting"];
  const { share } = unsteady;
  unsteady.share = 0;
  const calm = {};
  for (const kind of kinds) {
    calm[kind] = await lives(unsteady, team, kind, () => 1);
  }
  unsteady.share = share;
  const told = [];
  for (let number = 0; number < count; ++number) {
    const times = () => timesOf(unsteady.random);
    told.push(await lives(unsteady, team, kinds[number % kinds.length], times));
  }
  return { calm, told };
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
  const { calm, told } = await allLives(unsteady, { alice, bob, disposition }, count);
  const { moves, texts } = await effectsOf(server);
  await Promise.all([alice, bob].map((desk) => desk.client.drop()));
  await server.kill();
  const steps = told.flatMap((life) => life.steps);
  const wrong = (isWrong) => told.flatMap(({ id, kind }) => [
    ...movedOtherwise(moves[id], moves[calm[kind].id], isWrong).map((cause) => `${cause} of ${id}`),
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
