// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's command line, against the server of a company.
import assert from "node:assert/strict";
import { program } from "./programs.mjs";
import { run } from "./server.mjs";

/** Runs tandemctl as `user`; the password is that of the demo unless told otherwise. */
export function ctl(company, user, words, { environment = {}, ...rest } = {}) {
  const list = ["--server", company.server.url, "--user", user, ...words];
  return run(program("tandemctl"), list, {
    environment: { TANDEM_PASSWORD: "demo", ...environment },
    ...rest,
  });
}

/** What it prints, when it is done without an error. */
export async function answers(company, user, words, options) {
  const done = await ctl(company, user, words, options);
  assert.equal(done.code, 0, done.errors);
  return done.output;
}

/** What it says when the server refuses. */
export async function refuses(company, user, words, options) {
  const done = await ctl(company, user, words, options);
  assert.equal(done.code, 1, `${done.output}${done.errors}`);
  return done.errors;
}
