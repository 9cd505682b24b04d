// SPDX-License-Identifier: GPL-3.0-or-later
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measureErasure } from "./erasure.mjs";
import { buildType, machine } from "./machine.mjs";
import { measureLoad } from "./p1.mjs";
import { measureLoadedDelay } from "./p2.mjs";
import { measureSaturation } from "./p3.mjs";
import { measureMemory } from "./p4.mjs";
import { measureRouting } from "./p5.mjs";
import { measureSessions } from "./p6.mjs";
import { measureStarts } from "./p7.mjs";
import { measureKills } from "./r1.mjs";
import { measureDiskFaults } from "./r10.mjs";
import { measureClockJumps } from "./r11.mjs";
import { measureStandstill } from "./r12.mjs";
import { measureOverload } from "./r14.mjs";
import { measureFaults } from "./r18.mjs";
import { measurePowerCuts } from "./r2.mjs";
import { measureRepeats } from "./r4.mjs";
import { measureReturns } from "./r5.mjs";
import { measureDatabaseFaults } from "./r6.mjs";
import { measureRefusals } from "./s1.mjs";
import { measureParsers } from "./s16.mjs";
import { measureWebSocket } from "./s2.mjs";
import { measureSlowness } from "./s3.mjs";
import { measureStoredScript } from "./s4.mjs";
import { measureRoles } from "./s7.mjs";
import { measureSecrets } from "./s8.mjs";
import { measureLogins } from "./s9.mjs";
import { measureOneAddress } from "./s21.mjs";
import { measureSimulation } from "./simulation.mjs";
import { measureStatistics } from "./statistics.mjs";
import { measureStrategyCost } from "./strategycost.mjs";

const usage = `usage: tests/measure ID... [--long] [--seed N] [--json FILE]
       tests/measure --list

Builds what is needed, measures, and prints one line for each figure:
    ID name value goal limit holds|falls short
--long takes more time for figures that hold more (R1: 1,000 kills; P2: 10 minutes; P7: 10 crashes).
--json writes the figures to FILE with machine, build type, seed, date and command.

exit codes: 0 all figures hold, 1 some fall short or could not be measured, 2 wrong usage`;

/** Each gives figures: [{ name, value, limit, atLeast }]; it holds up to (or from) the limit; one
 * without a limit (null) stands there for comparison. */
const measurements = {
  P1: ["25 times the chat load of T8: acknowledged in time, nothing lost", measureLoad],
  P2: ["customer's message accepted, durable and shown to the agent, at T8", measureLoadedDelay],
  P3: ["durable messages a second at saturation, on both stores", measureSaturation],
  P4: ["memory idle and for an open chat; polls without news", measureMemory],
  P5: ["routing decisions with 1,000 agents and 10,000 queued, and their growth", measureRouting],
  P6: ["a strategy's session: start, three events, end; beside Qt SCXML", measureSessions],
  P7: ["start of tandemd to ready; after SIGKILL with 10,000 open chats", measureStarts],
  R1: ["messages lost, doubled or reordered by SIGKILLs under load", measureKills],
  R2: ["messages lost, doubled or reordered by power cuts under load", measurePowerCuts],
  R4: ["requests asked 1 to 20 times across crashes: one effect, same answer", measureRepeats],
  R5: ["6,000 widgets drop at once: back in time, nothing missing", measureReturns],
  R6: ["what a failing database does to what was acknowledged", measureDatabaseFaults],
  R10: ["false acknowledgements and silences of a server whose disk fails", measureDiskFaults],
  R11: ["what expires at a wrong time while the clock jumps", measureClockJumps],
  R12: ["1,000 clients stop reading: what is kept for them, what others notice",
    measureStandstill],
  R14: ["twenty times too much: refused, bounded, and over when it is over", measureOverload],
  R18: ["seeds of the simulated core, faults and all, that break a promise", measureFaults],
  S1: ["bad HTTP requests that are not refused", measureRefusals],
  S2: ["rules of RFC 6455 that a WebSocket breaks", measureWebSocket],
  S3: ["4,000 slow connections, and those who are not slow beside them", measureSlowness],
  S4: ["texts of customers that become more than text in a browser", measureStoredScript],
  S7: ["requests granted against their policy, foreign ids told apart", measureRoles],
  S8: ["secrets that are short, repeated, or written down anywhere", measureSecrets],
  S9: ["how passwords are kept, guessing, and what refused logins give away", measureLogins],
  S16: ["what fuzzing finds in the parsers of outside bytes", measureParsers],
  S21: ["what a flood from one address does to those at others", measureOneAddress],
  ERASURE: ["a contact erased from a large store: how long, what others wait", measureErasure],
  SIMULATION: ["a simulated day of 60,000 chats with 1,000 agents", measureSimulation],
  STRATEGY: ["what a strategy adds until a chat is offered, on a server", measureStrategyCost],
  STATISTICS: ["a fact's cost with 60 definitions, 50 queues, 1,000 agents", measureStatistics],
};

function holds({ value, limit, atLeast }) {
  if (limit === null) {
    return true;
  }
  return atLeast ? value >= limit : value <= limit;
}

function shown(number) {
  return Number.isInteger(number) ? String(number) : (number?.toFixed(2) ?? "none");
}

function line(id, figure) {
  const [value, limit] = [figure.value, figure.limit].map(shown);
  return `${id} ${figure.name} ${value} goal ${limit} ${holds(figure) ? "holds" : "falls short"}`;
}

async function measureAll(ids, options) {
  const all = [];
  for (const id of ids) {
    const tell = (text) => process.stderr.write(`${id}: ${text}\n`);
    const figures = await measurements[id][1]({ ...options, tell });
    figures.forEach((figure) => console.log(line(id, figure)));
    all.push(...figures.map((figure) => ({ id, ...figure, holds: holds(figure) })));
  }
  return all;
}

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        list: { type: "boolean" },
        long: { type: "boolean", default: false },
        seed: { type: "string", default: "1" },
        json: { type: "string" },
      },
    });
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    return process.exit(2);
  }
}

const { values, positionals } = argumentsGiven();
if (values.help) {
  console.log(usage);
} else if (values.list) {
  Object.entries(measurements).forEach(([id, [title]]) => console.log(`${id} ${title}`));
} else if (positionals.length === 0 || positionals.some((id) => !(id in measurements))) {
  console.error(usage);
  process.exit(2);
} else {
  const figures = await measureAll(positionals, { long: values.long, seed: Number(values.seed) });
  if (values.json) {
    const about = {
      machine: machine(),
      build: await buildType(),
      seed: Number(values.seed),
      date: new Date().toISOString(),
      command: `tests/measure ${process.argv.slice(2).join(" ")}`,
    };
    await writeFile(values.json, `${JSON.stringify({ ...about, figures }, null, 2)}\n`);
  }
  process.exit(figures.every((figure) => figure.holds) ? 0 : 1);
}
