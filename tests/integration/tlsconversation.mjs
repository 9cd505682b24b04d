// SPDX-License-Identifier: GPL-3.0-or-later
// usage: tlsconversation.mjs URL
// A conversation over every door of an encrypted server; the authority's certificate is in
// NODE_EXTRA_CA_CERTS, which counts from a program's start only.
import assert from "node:assert/strict";
import { AgentClient } from "../support/agent.mjs";
import { CometdCustomer } from "../support/bayeux.mjs";
import { RestCustomer } from "../support/rest.mjs";

const [url] = process.argv.slice(2);
const long = "ü📦".repeat(2_600); // many records of TLS, under the limit of a message

assert.equal((await fetch(`${url}/health`)).status, 200);
const alice = await AgentClient.signedIn(url, "alice");
await alice.ready();

const rest = await new RestCustomer(url).starts();
await alice.accepts(rest.chatId);
await rest.says(long);
await alice.hearsText(rest.chatId, long);
await alice.says(rest.chatId, `answer ${long}`);
await rest.hears(`answer ${long}`);

for (const transport of ["websocket", "long-polling"]) {
  const customer = new CometdCustomer(url, { transport });
  await customer.connects();
  await customer.starts();
  await alice.accepts(customer.chatId);
  await customer.says(long);
  await alice.hearsText(customer.chatId, long);
  await customer.disconnect();
}
// Many at once, and some that say nothing for a while.
const many = await Promise.all(
  Array.from({ length: 30 }, () => new RestCustomer(url).starts().then((one) => one.leaves())),
);
assert.equal(many.length, 30);
alice.drop();
console.log("done");
process.exit(0);
