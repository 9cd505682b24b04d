// SPDX-License-Identifier: GPL-3.0-or-later
// Roles x requests x foreign ids: who may ask what, as the headers of the protocol say, and what
// the server answers to the others.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AgentClient } from "./agent.mjs";
import { sourceFolder } from "./programs.mjs";
import { RestCustomer } from "./rest.mjs";

const password = "a password for this test";
export const roles = ["agent", "supervisor", "administrator", "auditor"];
export const unknownId = "0000000000001";

function allowedBy(policy) {
  if (policy.includes("anyAgent")) {
    return roles;
  }
  if (policy.includes("administrators")) {
    return ["administrator"];
  }
  if (policy.includes("strategyWriters")) {
    return ["administrator"];
  }
  if (policy.includes("strategyReaders")) {
    return ["supervisor", "administrator", "auditor"];
  }
  if (policy.includes("supervisors")) {
    return ["supervisor"];
  }
  if (policy.includes("customer") || policy.includes("system")) {
    return [];
  }
  const named = [...policy.matchAll(/Role::(\w+)/g)].map(([, role]) => role.toLowerCase());
  return policy.includes("handlers") ? ["agent", "supervisor"] : named;
}

/** Every request of the protocol and who may ask it, as the headers say: [{ name, allowed }]. */
export async function requestsOfTheProtocol() {
  const folder = join(sourceFolder, "services/protocol");
  const requests = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".h"))) {
    const text = await readFile(join(folder, file), "utf8");
    const found = text.matchAll(
      /constexpr std::string_view name = "([^"]+)";\s+static constexpr Policy policy =([^;]+);/g,
    );
    for (const [, name, policy] of found) {
      requests.push({ name, allowed: allowedBy(policy) });
    }
  }
  return requests;
}

const params = {
  "agent.setState": { state: "not_ready" },
  "interaction.list": { scope: "mine" },
  "interaction.transfer": { interactionId: unknownId, target: { queueId: "support" } },
  "interaction.updateData": { interactionId: unknownId, set: { a: "b" }, remove: [] },
  "interaction.setDisposition": { interactionId: unknownId, code: "solved" },
  "chat.send": { interactionId: unknownId, text: "x" },
  "chat.typing": { interactionId: unknownId, typing: true },
  "file.begin": { interactionId: unknownId, name: "a.txt", size: 1 },
  "file.append": { uploadId: unknownId, offset: 0, bytes: "YQ==" },
  "file.finish": { uploadId: unknownId },
  "file.cancel": { uploadId: unknownId },
  "file.read": { fileId: unknownId, offset: 0 },
  "file.thumbnail": { fileId: unknownId },
  "file.delete": { fileId: unknownId },
  "admin.addUser": {
    user: "newcomer",
    displayName: "N",
    password,
    roles: ["administrator"],
    skills: [],
  },
  "admin.setPassword": { user: "ada", password },
};

async function hired(company, ada, role) {
  const user = `one-${role}`;
  await ada.ask("admin.addUser", { user, displayName: user, password, roles: [role], skills: [] });
  const agent = await AgentClient.signedIn(company.server.url, user, password);
  company.t.after(() => agent.drop());
  return agent;
}

/** One agent of each role, by role. */
export async function peopleOfAllRoles(company) {
  const ada = await company.agent("ada", { ready: false });
  const people = {};
  for (const role of roles) {
    people[role] = await hired(company, ada, role);
  }
  return people;
}

export async function answerTo(agent, method, given) {
  try {
    return { result: await agent.ask(method, given) };
  } catch (error) {
    return { code: error.code, reason: error.reason, message: error.message };
  }
}

/** Asks everything that a role may not: { denials, granted[] }. */
export async function askForbidden(people, requests) {
  let denials = 0;
  const granted = [];
  for (const { name, allowed } of requests) {
    for (const role of roles.filter((one) => !allowed.includes(one))) {
      const given = params[name] ?? { interactionId: unknownId };
      const { result, reason, code } = await answerTo(people[role], name, given);
      const isDenied = reason === "not_permitted" || code === -32601;
      if (result === undefined && (isDenied || name.startsWith("session."))) {
        denials += 1;
      } else {
        granted.push(`${role} asking ${name}: ${reason ?? code ?? "answered"}`);
      }
    }
  }
  return { denials, granted };
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What an agent learns of an interaction of somebody else: { asked, told[] }. */
export async function askForeign(agent, interactionId, requests) {
  const told = [];
  const ofInteractions = requests.filter(
    ({ name, allowed }) =>
      allowed.includes("agent") && /^(interaction|chat)\.(?!list|fetch)|^file\.begin$/.test(name),
  );
  for (const { name } of ofInteractions) {
    const given = params[name] ?? {};
    const foreign = await answerTo(agent, name, { ...given, interactionId });
    const unknown = await answerTo(agent, name, { ...given, interactionId: unknownId });
    if (foreign.result !== undefined || !isSame(foreign, unknown)) {
      told.push(`${name}: ${JSON.stringify(foreign)}`);
    }
  }
  return { asked: ofInteractions.length, told };
}

const operations = {
  refresh: { transcriptPosition: 1 },
  send: { message: "x" },
  startTyping: {},
  stopTyping: {},
  updateData: { "userData[a]": "b" },
  "file/limits": {},
  "file/0000000000001/download": {},
  disconnect: {},
};

/** What a customer learns of another's chat, by a key that is not its own: { asked, told[] }. */
export async function askForeignChat(customer, other) {
  const told = [];
  for (const [operation, fields] of Object.entries(operations)) {
    const ask = (chatId, secureKey) =>
      RestCustomer.post(`${customer.base}/${chatId}/${operation}`, { ...fields, secureKey })
        .then(({ status, body }) => ({ status, body }));
    const unknown = await ask(unknownId, customer.secureKey);
    const foreign = await ask(other.chatId, customer.secureKey);
    const guessed = await ask(other.chatId, "A".repeat(other.secureKey.length));
    const keyless = await ask(other.chatId, undefined);
    if (![foreign, guessed, keyless].every((one) => isSame(one, unknown))) {
      told.push(`${operation}: ${JSON.stringify([unknown, foreign, guessed, keyless])}`);
    }
  }
  return { asked: Object.keys(operations).length, told };
}
