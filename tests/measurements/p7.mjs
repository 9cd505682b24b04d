// SPDX-License-Identifier: GPL-3.0-or-later
// P7: how long tandemd takes from its start until it serves, and after a SIGKILL with 10,000 open
// chats until it acknowledges a first message.
import { until } from "../support/condition.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { percentile } from "./machine.mjs";

const starts = 15;
const openChats = 10_000;
const atOnce = 50;
const limits = { startMs: 200, recoveryMs: 1000 };

/** The customer time-out is out of the way: opening so many takes longer than it. */
const config = { chat: { customerTimeoutMs: 3_600_000 } };

async function coldStarts(server) {
  const times = [];
  for (let count = 0; count < starts; ++count) {
    await server.stop();
    const began = performance.now();
    await server.up();
    times.push(performance.now() - began);
  }
  return times;
}

async function opensMany(url, tell) {
  const customers = [];
  let open = 0;
  const opening = Array.from({ length: atOnce }, async () => {
    while (customers.length < openChats) {
      const place = customers.push(null) - 1;
      customers[place] = await new RestCustomer(url).starts({ nickname: "Customer" });
      open += 1;
      if (open % 2000 === 0) {
        tell(`${open} chats are open`);
      }
    }
  });
  await Promise.all(opening);
  return customers;
}

async function recovery(server, customer) {
  await server.kill();
  const began = performance.now();
  await server.up();
  const ready = performance.now() - began;
  await until("a first message to be accepted", async () => {
    const { body } = await customer.tries("send", { message: "after the crash" });
    return body.statusCode === 0;
  });
  return { ready, accepted: performance.now() - began };
}

export async function measureStarts({ tell, long }) {
  const data = await temporaryFolder(null, "tandem-measure-");
  const server = await Server.start(null, { data, config });
  const times = await coldStarts(server);
  tell(`${starts} starts: ${times.map((time) => time.toFixed(0)).join(" ")} ms`);
  const customers = await opensMany(server.url, tell);
  const accepted = [];
  for (let count = 0; count < (long ? 10 : 3); ++count) {
    const one = await recovery(server, customers[count * 17]);
    tell(`ready after ${one.ready.toFixed(0)} ms, accepted after ${one.accepted.toFixed(0)} ms`);
    accepted.push(one.accepted);
  }
  await server.kill();
  return [
    { name: "start_to_ready_p50_ms", value: percentile(times, 0.5), limit: limits.startMs },
    { name: "start_to_ready_max_ms", value: Math.max(...times), limit: limits.startMs },
    {
      name: "sigkill_10000_chats_to_accepted_p50_ms",
      value: percentile(accepted, 0.5),
      limit: limits.recoveryMs,
    },
  ];
}
