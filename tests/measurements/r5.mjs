// SPDX-License-Identifier: GPL-3.0-or-later
// R5: 6,000 widgets lose their connection at one moment and come back, while they and their agents
// talk: how long until each has caught up, and whether anything is missing between what it catches
// up with and what it hears from then on. The control is a proxy that loses messages.
import { loaded, withServer } from "./load.mjs";
import { controlFigure } from "./findings.mjs";
import { noticesLosses } from "./p1.mjs";

const limitMs = 3000;

/** `widgets` lose their connection at once; gives the generator's report. */
export function allDrop(server, { widgets, agents, messages, seconds, seed }) {
  const people = ["--open", String(widgets), "--agents", String(agents), "--capacity", "100"];
  const talk = ["--messages", String(messages), "--starts", "0", "--sockets", "1"];
  const time = ["--drop-all-at", String(seconds / 3), "--seconds", String(seconds)];
  return loaded(server, ["chat", ...people, ...talk, ...time], { seed });
}

export async function measureReturns({ seed, tell }) {
  const widgets = 6000;
  const about = { widgets, agents: 66, messages: 300, seconds: 15, seed };
  const report = await withServer({}, (server) => allDrop(server, about));
  const control = await withServer({}, (server) => noticesLosses(server, { seed }));
  const { spans, counts } = report;
  tell(`${counts.dropped} dropped, ${counts.acknowledged} messages, ${counts.repeated} said again`);
  const wrong = counts.lost + counts.doubled + counts.reordered + counts.unanswered;
  return [
    { name: "widgets_back", value: spans.return.count, limit: widgets, atLeast: true },
    { name: "back_p50_ms", value: spans.return.p50_ms, limit: null },
    { name: "back_p99_ms", value: spans.return.p99_ms, limit: limitMs },
    { name: "messages_lost_doubled_reordered", value: wrong, limit: 0 },
    controlFigure(control),
  ];
}
