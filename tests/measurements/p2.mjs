// SPDX-License-Identifier: GPL-3.0-or-later
// P2: how long from a customer's sending until the agent is shown it, at the chat load of T8
// (609 open chats, 15.5 messages/s, 1.7 starts/s; four of five customers on a WebSocket, the others
// polling), beside the time of one fdatasync of the disk in the same run.
import { Probe } from "./fdatasyncprobe.mjs";
import { loaded, withServer } from "./load.mjs";
import { percentile } from "./machine.mjs";

export async function measureLoadedDelay({ seed, long, tell }) {
  const seconds = long ? 600 : 60;
  tell(`${seconds} s of load`);
  const [report, disk] = await withServer({}, async (server) => {
    const probe = new Probe(server.options.data);
    const words = ["chat", "--times", "1", "--seconds", String(seconds)];
    return [await loaded(server, words, { seed }), await probe.times()];
  });
  const { spans, counts } = report;
  const [disk50, disk99] = [0.5, 0.99].map((share) => percentile(disk, share));
  tell(`${spans.shown_to_agent.count} messages of customers`);
  return [
    { name: "shown_to_agent_p50_ms", value: spans.shown_to_agent.p50_ms, limit: disk50 + 1 },
    { name: "shown_to_agent_p99_ms", value: spans.shown_to_agent.p99_ms, limit: disk99 + 20 },
    { name: "fdatasync_p50_ms", value: disk50, limit: null },
    { name: "fdatasync_p99_ms", value: disk99, limit: null },
    { name: "messages_not_shown", value: counts.lost, limit: 0 },
    { name: "requests_failed", value: counts.refused + counts.failed, limit: 0 },
  ];
}
