// SPDX-License-Identifier: GPL-3.0-or-later
// P4: memory of tandemd (PSS, without TLS) idle and for each open chat with its socket, and what
// 10,000 polls a second cost that bring nothing new.
import { readFile } from "node:fs/promises";
import { loaded, withServer } from "./load.mjs";

const openChats = 10_000;
const pollers = 1000;
const pollIntervalS = 0.1;
const limits = { idleMb: 40, chatKb: 8, cores: 0.6 };
const quiet = ["--messages", "0", "--starts", "0"];

async function pssKb(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)[1]);
}

/** The most that it had while `work` ran. */
async function mostPssKb(pid, work) {
  let most = 0;
  const look = setInterval(() => {
    void pssKb(pid).then((now) => (most = Math.max(most, now)));
  }, 500);
  try {
    await work();
    return most;
  } finally {
    clearInterval(look);
  }
}

async function memory({ seed }) {
  return withServer({}, async (server) => {
    const idle = await pssKb(server.pid);
    const people = ["--agents", String(openChats / 100), "--capacity", "100"];
    const words = ["chat", "--open", String(openChats), "--sockets", "1", ...people, ...quiet];
    const most = await mostPssKb(server.pid, async () => {
      const report = await loaded(server, [...words, "--seconds", "5"], { seed });
      if (report.open !== openChats) {
        throw new Error(`${report.open} of ${openChats} chats were open`);
      }
    });
    return { idleMb: idle / 1024, chatKb: (most - idle) / openChats };
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
