// SPDX-License-Identifier: GPL-3.0-or-later
// S9: passwords by Argon2id; ten tries in ten minutes; nobody learns which users there are.
import { Company } from "../support/company.mjs";
import {
  distinction,
  isStrong,
  refusal,
  refusalTimes,
  storedHashes,
  triesTaken,
} from "../support/logins.mjs";
import { scoped } from "../support/scope.mjs";

const newUsers = ["one", "two", "three"];
const password = "one and the same";

async function keptHashes(company) {
  const ada = await company.agent("ada", { ready: false });
  for (const user of newUsers) {
    const fields = { user, displayName: user, password, roles: [], skills: [] };
    await ada.ask("admin.addUser", fields);
  }
  return storedHashes(company.server.options.data);
}

/** How many different answers refused logins get: before the limit, and after it. */
async function answersOf(url) {
  const texts = async (list) => {
    const all = [];
    for (const [user, word] of list) {
      all.push(JSON.stringify(await refusal(url, user, word, "127.0.0.2")));
    }
    return new Set(all).size;
  };
  const wrong = [["alice", "wrong"], ["nobody", "wrong"], ["", ""], ["ALICE", "demo"]];
  const before = await texts(wrong);
  for (const user of ["alice", "nobody"]) {
    await triesTaken(url, [user], 10, "127.0.0.2");
  }
  const locked = [["alice", "wrong"], ["alice", "demo"], ["nobody", "wrong"]];
  return { before, after: await texts(locked) };
}

export function measureLogins({ long, tell }) {
  return scoped(async (t) => {
    const company = await Company.open(t);
    const { url } = company.server;
    const hashes = await keptHashes(company);
    const salts = new Set(hashes.map(({ salt }) => salt)).size;
    const addresses = long ? 40 : 10;
    tell(`${addresses * 16} wrong passwords`);
    const { known, unknown } = await refusalTimes(url, addresses);
    const told = distinction(known, unknown);
    const early = distinction(known, unknown.map((time) => time / 10));
    const answers = await answersOf(url);
    const strangers = Array.from({ length: 60 }, (_, number) => `user${number}`);
    const elsewhere = await triesTaken(url, strangers.slice(0, 15), 15, "127.0.0.5");
    const caught = early.value > early.limit && elsewhere > 10;
    return [
      { name: "password_hashes_kept", value: hashes.length, limit: newUsers.length + 1,
        atLeast: true },
      { name: "hashes_weaker_than_argon2id_19MiB_2", limit: 0,
        value: hashes.filter((hash) => !isStrong(hash)).length },
      { name: "hashes_that_share_a_salt", value: hashes.length - salts, limit: 0 },
      { name: "tries_for_a_user", value: await triesTaken(url, ["bob"], 15, "127.0.0.3"),
        limit: 10 },
      { name: "tries_for_an_unknown_user", limit: 10,
        value: await triesTaken(url, ["nobody"], 15, "127.0.0.3") },
      { name: "tries_from_an_address", value: await triesTaken(url, strangers, 60, "127.0.0.4"),
        limit: 50 },
      { name: "different_answers", value: Math.max(answers.before, answers.after), limit: 1 },
      { name: "known_told_from_unknown_by_time", value: told.value, limit: told.limit },
      { name: "control_caught", value: Number(caught), limit: 1, atLeast: true },
    ];
  });
}
