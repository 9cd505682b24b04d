// SPDX-License-Identifier: GPL-3.0-or-later
// P4: memory of tandemd (PSS, without TLS) idle and for each open chat with its socket, and what
// 10,000 polls a second cost that bring nothing new.
import { setTimeout as pause } from "node:timers/promises";
import { loaded, withServer } from "./load.mjs";
import { pssKb } from "./memory.mjs";

const openChats = 10_000;
const agents = openChats / 100;
const pollers = 1000;
const pollIntervalS = 0.1;
const limits = { idleMb: 40, chatKb: 8, cores: 0.6 };
const quiet = ["--messages", "0", "--starts", "0"];

function sum(metrics, pattern) {
  return [...metrics.matchAll(pattern)].reduce((all, [, value]) => all + Number(value), 0);
}

async function look(server) {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return {
    ready: sum(metrics, /^tandem_agents\{state="ready"\} (\d+)/gm),
    chats: sum(metrics, /^tandem_interactions_handling\{[^}]*\} (\d+)/gm),
    kb: await pssKb(server.pid),
  };
}

/** Memory when all agents are ready and nobody has come yet, and when all chats are open. */
async function whileLoaded(server, isOver) {
  let empty = null;
  let full = 0;
  while (!isOver()) {
    const { ready, chats, kb } = await look(server);
    if (ready === agents && chats === 0) {
      empty ??= kb;
    } else if (chats === openChats) {
      full = Math.max(full, kb);
    }
    await pause(200);
  }
  return (full - empty) / openChats;
}

async function memory({ seed }) {
  return withServer({}, async (server) => {
    const idleMb = (await pssKb(server.pid)) / 1024;
    const people = ["--agents", String(agents), "--capacity", "100"];
    const words = ["chat", "--open", String(openChats), "--sockets", "1", ...people, ...quiet];
    let isOver = false;
    const loading = loaded(server, [...words, "--seconds", "5"], { seed });
    void loading.finally(() => (isOver = true));
    const chatKb = await whileLoaded(server, () => isOver);
    await loading;
    return { idleMb, chatKb };
  });
}

async function polling({ seed, long }) {
  return withServer({}, (server) => {
    const people = ["--agents", String(pollers / 100), "--capacity", "100"];
    const words = ["chat", "--open", String(pollers), "--sockets", "0", ...people, ...quiet];
    const rate = ["--poll", String(pollIntervalS), "--seconds", long ? "60" : "15"];
    return loaded(server, [...words, ...rate], { seed });
  });
}

export async function measureMemory(options) {
  options.tell(`${openChats} chats, each with a socket`);
  const { idleMb, chatKb } = await memory(options);
  options.tell(`${pollers} customers who poll every ${pollIntervalS} s`);
  const report = await polling(options);
  const polls = report.spans.poll;
  return [
    { name: "idle_pss_mb", value: idleMb, limit: limits.idleMb },
    { name: "open_chat_pss_kb", value: chatKb, limit: limits.chatKb },
    { name: "polls_per_s", value: polls.count / report.seconds, limit: 9900, atLeast: true },
    { name: "polls_cores", value: report.server_cores, limit: limits.cores },
    { name: "poll_p99_ms", value: polls.p99_ms, limit: null },
    { name: "polls_failed", value: report.counts.failed + report.counts.refused, limit: 0 },
  ];
}
