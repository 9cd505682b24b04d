// SPDX-License-Identifier: GPL-3.0-or-later
// S8: secrets have 128 bits of the system's generator, are new at each login, and are found in
// nothing that the server writes.
import { manySecrets, personalDataLogged, wholeDay } from "../security/secretivetalk.mjs";
import { findSecrets, bitsOf, missedWhenPlanted } from "../support/secrets.mjs";
import { scoped } from "../support/scope.mjs";

const wantedBits = 128;

function repeats(list) {
  return list.length - new Set(list).size;
}

export function measureSecrets({ long, tell }) {
  return scoped(async (t) => {
    const count = long ? 1000 : 200;
    tell(`${count} logins and chats`);
    const { tokens, keys, isOldOver } = await manySecrets(t, count);
    tell("a day at a company, its server killed once");
    const day = await wholeDay(t);
    const found = findSecrets(day.secrets, day.texts);
    found.forEach((text) => tell(text));
    const once = day.secrets.find(({ name }) => name === "one-time password").value;
    const bytes = Object.values(day.texts).reduce((sum, text) => sum + text.length, 0);
    const missed = missedWhenPlanted(day.secrets, day.texts);
    missed.forEach((text) => tell(`planted and not found: ${text}`));
    const isShortNoticed = bitsOf(keys.map((key) => keys[0].slice(0, 12) + key.slice(12))) <
      wantedBits;
    return [
      { name: "bits_of_a_session_token", value: bitsOf(tokens), limit: wantedBits,
        atLeast: true },
      { name: "bits_of_a_chat_key", value: bitsOf(keys), limit: wantedBits, atLeast: true },
      { name: "bits_of_the_one_time_password", value: once.length * 6, limit: wantedBits,
        atLeast: true },
      { name: "repeated", value: repeats(tokens) + repeats(keys), limit: 0 },
      { name: "login_ends_the_session_before", value: Number(isOldOver), limit: 1,
        atLeast: true },
      { name: "secrets_sought", value: day.secrets.length, limit: null },
      { name: "bytes_searched", value: bytes, limit: null },
      { name: "secrets_found", value: found.length, limit: 0 },
      { name: "personal_data_in_logs", value: personalDataLogged(day).length, limit: 0 },
      { name: "control_caught", value: Number(missed.length === 0 && isShortNoticed), limit: 1,
        atLeast: true },
    ];
  });
}
