// SPDX-License-Identifier: GPL-3.0-or-later
// S8: a whole day at a company in small, with every secret that was issued or used, and everything
// that was written meanwhile.
import assert from "node:assert/strict";
import { join } from "node:path";
import { SocketCustomer } from "../measurements/socketcustomer.mjs";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { refusal, storedTexts } from "../support/logins.mjs";
import { MediaSource } from "../support/openmedia.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";

const captureToken = "Zk3vT0kenOfTheCrm-q81LmX";
const words = { nickname: "Maria Quintanilla", message: "my parcel is not here yet" };
const email = "maria.quintanilla@shop.example";

/** What was kept from such a day: { secrets[], errors[], personal[], texts, addresses[] }. */
export class Talk {
  secrets = [];
  errors = [];
  personal = [words.nickname, words.message, email];

  constructor(t, logFolder) {
    Object.assign(this, { t, logFolder });
  }

  keep(name, value, isRandom = true) {
    assert.ok(value, name);
    this.secrets.push({ name, value, isRandom });
  }

  async refuses(what, asking) {
    const answer = await asking.then(
      () => assert.fail(`${what} was not refused`),
      (error) => [error.message, error.data],
    );
    this.errors.push(JSON.stringify(answer));
  }

  options(name, more = {}) {
    const log = ["--log-level", "debug", "--log-json"];
    return { arguments: [...log, "--log-file", join(this.logFolder, `${name}.log`)], ...more };
  }
}

/** What a first start shows. */
export function oneTimePassword(server) {
  return /shown once: (\S+)/.exec(server.log)[1];
}

async function firstStart(talk) {
  const server = await Server.start(talk.t, talk.options("first", { demo: false }));
  const once = oneTimePassword(server);
  talk.keep("one-time password", once);
  const admin = await AgentClient.signedIn(server.url, "admin", once);
  talk.keep("administrator's token", admin.token);
  const password = "Pa55-of-the-administrator";
  talk.keep("administrator's password", password, false);
  await admin.ask("admin.setPassword", { user: "admin", password });
  await admin.drop();
  talk.errors.push(JSON.stringify(await refusal(server.url, "admin", once)));
  await server.stop();
  talk.shown = server.log.split(once).length - 1;
  return { server, shownOnce: once };
}

async function agentsDay(talk, company) {
  const ada = await company.agent("ada", { ready: false });
  const password = "Pa55-for-the-log-search";
  const user = { user: "dora", displayName: "Dora", roles: ["agent"] };
  const skills = [{ skillId: "support", level: 5 }];
  await ada.ask("admin.addUser", { ...user, password, skills });
  talk.keep("ada's token", ada.token);
  talk.keep("dora's password", password, false);
  const dora = await AgentClient.signedIn(company.server.url, "dora", password);
  company.t.after(() => dora.drop());
  talk.keep("dora's token", dora.token);
  await dora.reconnect();
  await dora.resume();
  const wrong = await AgentClient.connect(company.server.url);
  await talk.refuses("a foreign token", wrong.resume(`${dora.token.slice(0, -2)}AA`, 1));
  await wrong.drop();
  talk.errors.push(JSON.stringify(await refusal(company.server.url, "dora", `${password}x`)));
  await dora.ready();
  return dora;
}

async function customersDay(talk, company, dora) {
  const rest = await company.customer().starts({ ...words, emailAddress: email });
  talk.keep("key of a chat by REST", rest.secureKey);
  await dora.accepts(rest.chatId);
  await rest.says(words.message);
  await dora.says(rest.chatId, "It comes tomorrow");
  const clientMessageId = "0123456789abcdef0123456789abcdef";
  const derived = await company.customer().starts({ ...words, clientMessageId });
  talk.keep("key made from a clientMessageId", derived.secureKey);
  const socket = await new SocketCustomer(company.server.url).starts();
  company.t.after(() => socket.socket.terminate());
  talk.keep("key of a chat by CometD", socket.secureKey);
  talk.keep("CometD's clientId", socket.clientId);
  await socket.says(words.message);
  await refusedCustomers(talk, rest, derived);
  return rest;
}

async function refusedCustomers(talk, rest, other) {
  const refused = [
    await rest.tries("send", { secureKey: other.secureKey, message: "x" }),
    await rest.tries("send", { message: "" }),
    await rest.tries("nothing", {}),
    await RestCustomer.post(`${rest.base}/${rest.chatId}/refresh?secureKey=${rest.secureKey}`, {}),
  ];
  assert.ok(refused.every(({ body }) => body.statusCode !== 0), "refused, in a URL, too");
  talk.errors.push(...refused.map(({ body }) => JSON.stringify(body)));
}

async function otherSystemsDay(talk, company) {
  talk.keep("token of another system", captureToken);
  const source = new MediaSource(company.server.url);
  for (const headers of [{}, { apikey: captureToken }, { apikey: `${captureToken}x` }]) {
    const fields = { mediaType: "task", externalId: "1" };
    talk.errors.push(JSON.stringify((await source.tries("", fields, headers)).body));
  }
}

async function pages(url) {
  const texts = {};
  for (const path of ["/metrics", "/health", "/server/about", "/api/openapi.json"]) {
    texts[path] = await (await fetch(url + path)).text();
  }
  return texts;
}

/** The day, with the server killed once in the middle, so that the write-ahead log is read. */
export async function wholeDay(t) {
  const logFolder = await temporaryFolder(t, "tandem-log-");
  const talk = new Talk(t, logFolder);
  const first = await firstStart(talk);
  const config = { capture: { token: captureToken } };
  const company = await Company.open(t, talk.options("company", { config }));
  const dora = await agentsDay(talk, company);
  const customer = await customersDay(talk, company, dora);
  await otherSystemsDay(talk, company);
  const texts = { ...(await pages(company.server.url)) };
  await company.server.kill();
  const stored = [await storedTexts(company.server.options.data)];
  const logs = [company.server.log];
  await company.server.up();
  await dora.reconnect();
  await dora.resume();
  await customer.says("and good-bye");
  await customer.leaves();
  await company.server.stop();
  logs.push(company.server.log, first.server.log.replace(first.shownOnce, ""));
  stored.push(await storedTexts(company.server.options.data));
  stored.push(await storedTexts(first.server.options.data));
  texts["standard output"] = [company.server, first.server].flatMap((one) => one.output).join("\n");
  texts["the log"] = logs.join("\n");
  texts["the log's files"] = (await storedTexts(logFolder)).join("\n");
  texts["the store"] = stored.flat().join("\n");
  texts["errors"] = talk.errors.join("\n");
  return { ...talk, texts };
}

/** Personal data in the logs. */
export function personalDataLogged({ personal, texts }) {
  const logs = texts["the log"] + texts["the log's files"];
  return personal.filter((text) => logs.includes(text));
}

/** Tokens and keys of `count` logins and chats each, and whether a login ends the one before. */
export async function manySecrets(t, count) {
  const company = await Company.open(t);
  const [tokens, keys] = [[], []];
  for (let number = 0; number < count; ++number) {
    const alice = await AgentClient.signedIn(company.server.url, "alice");
    tokens.push(alice.token);
    await alice.drop();
    keys.push((await company.customer().starts()).secureKey);
  }
  const old = await AgentClient.connect(company.server.url);
  const isOldOver = await old.resume(tokens[0], 1).then(() => false, () => true);
  await old.drop();
  return { tokens, keys, isOldOver };
}
