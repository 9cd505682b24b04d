// SPDX-License-Identifier: GPL-3.0-or-later
// P6: what a session of a strategy costs, from its start over three events to its end, beside Qt
// SCXML with the same document in the same run; and what 100,000 live ones take.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { program } from "../support/programs.mjs";

const live = 100_000;

export async function measureSessions({ long, tell }) {
  const [sessions, reference] = long ? [200_000, 1000] : [20_000, 200];
  tell(`${sessions} sessions, ${live} live ones, ${reference} of Qt SCXML`);
  const given = [sessions, live, reference].map(String);
  const { stdout } = await promisify(execFile)(program("measure_scxml"), given);
  const at = JSON.parse(stdout);
  return [
    { name: "session_p50_us", value: at.own.p50, limit: 30 },
    { name: "session_p99_us", value: at.own.p99, limit: null },
    { name: "session_bytes", value: at.own.bytes, limit: 6 * 1024 },
    { name: "qtscxml_session_p50_us", value: at.reference.p50, limit: null },
    { name: "qtscxml_session_bytes", value: at.reference.bytes, limit: null },
    {
      name: "times_faster_than_qtscxml",
      value: at.reference.p50 / at.own.p50,
      limit: 50,
      atLeast: true,
    },
    {
      name: "times_smaller_than_qtscxml",
      value: at.reference.bytes / at.own.bytes,
      limit: 50,
      atLeast: true,
    },
    { name: "live_sessions_100000_mb", value: at.live.megabytes, limit: 600 },
    { name: "event_among_live_us", value: at.live.event, limit: null },
  ];
}
