// SPDX-License-Identifier: GPL-3.0-or-later
// P1: many times the chat load of T8 on one tandemd, through its real endpoints: four of five
// customers on a WebSocket, the others polling every 3 s, connections that break and pages that are
// loaded anew, and as many agents as the chats need with six places each.
import { LossyProxy } from "../load/lossyproxy.mjs";
import { controlFigure } from "./findings.mjs";
import { loaded, withServer } from "./load.mjs";

const limits = { acknowledgeMs: 50, cores: 0.8 };
const unrest = ["--drop-every", "1200", "--reload-every", "600"];

/** `times` T8 for so many seconds; gives the generator's report. */
export function severalTimesT8(server, times, seconds, { seed }) {
  const words = ["chat", "--times", String(times), "--seconds", String(seconds), ...unrest];
  return loaded(server, words, { seed });
}

/** The control: whether the generator notices what a proxy loses and doubles. */
export async function noticesLosses(server, { seed }) {
  const proxy = await LossyProxy.before(server.url);
  const few = ["--open", "8", "--messages", "30", "--starts", "0", "--agents", "3"];
  const words = ["chat", ...few, "--sockets", "1", "--seconds", "4"];
  const { counts } = await loaded(proxy, words, { seed });
  proxy.close();
  return counts.lost > 0 && counts.doubled > 0;
}

export async function measureLoad({ seed, long, tell }) {
  const times = 25;
  const seconds = long ? 600 : 60;
  tell(`${times} x T8 for ${seconds} s; hiring the agents takes some minutes before it`);
  const report = await withServer({}, (server) => severalTimesT8(server, times, seconds, { seed }));
  const control = await withServer({}, (server) => noticesLosses(server, { seed }));
  const { spans, counts } = report;
  tell(
    `${report.open} open chats, ${report.agents} agents, ${counts.acknowledged} messages ` +
      `(${report.acknowledged_per_s.toFixed(0)}/s); ` +
      `generator ${report.generator_cores.toFixed(2)} cores`,
  );
  const wrong = counts.lost + counts.doubled + counts.reordered + counts.unanswered;
  return [
    { name: "times_t8", value: times, limit: null },
    { name: "acknowledge_p50_ms", value: spans.acknowledge.p50_ms, limit: null },
    { name: "acknowledge_p99_ms", value: spans.acknowledge.p99_ms, limit: limits.acknowledgeMs },
    { name: "shown_to_agent_p99_ms", value: spans.shown_to_agent.p99_ms, limit: null },
    { name: "poll_p99_ms", value: spans.poll.p99_ms, limit: null },
    { name: "return_p99_ms", value: spans.return.p99_ms, limit: null },
    { name: "generator_lateness_p99_ms", value: spans.generator_lateness.p99_ms, limit: null },
    { name: "server_cores", value: report.server_cores, limit: limits.cores },
    { name: "messages_lost_doubled_reordered", value: wrong, limit: 0 },
    { name: "refused_or_failed", value: counts.refused + counts.failed, limit: 0 },
    controlFigure(control),
  ];
}
