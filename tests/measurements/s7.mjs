// SPDX-License-Identifier: GPL-3.0-or-later
// S7: roles x requests x foreign ids, and whether a request without a policy would be built.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Company } from "../support/company.mjs";
import {
  askForbidden,
  askForeign,
  askForeignChat,
  peopleOfAllRoles,
  requestsOfTheProtocol,
} from "../support/policies.mjs";
import { program } from "../support/programs.mjs";
import { scoped } from "../support/scope.mjs";

const fewestRequests = 20;
const compileLimitMs = 300_000;

/** 1 or 0; NaN where the programs' build folder has no tests. */
async function failsTheBuild(tell) {
  const build = join(dirname(program("tandemd")), "..");
  if (!existsSync(join(build, "CTestTestfile.cmake"))) {
    tell(`not asked: ${build} is no build folder, so a compiler's verdict is missing`);
    return NaN;
  }
  const words = ["--test-dir", build, "--no-tests=error", "-R", "^arch_request_without_policy$"];
  return promisify(execFile)("ctest", words, { timeout: compileLimitMs }).then(() => 1, () => 0);
}

export function measureRoles({ tell }) {
  return scoped(async (t) => {
    const company = await Company.open(t);
    const requests = await requestsOfTheProtocol();
    const people = await peopleOfAllRoles(company);
    const { denials, granted } = await askForbidden(people, requests);
    const alice = await company.agent("alice");
    const { customer, interactionId } = await company.conversation(alice);
    const bob = await company.agent("bob");
    const foreign = await askForeign(bob, interactionId, requests);
    const eve = await company.customer().starts({ nickname: "Eve" });
    const chats = await askForeignChat(eve, customer);
    [...granted, ...foreign.told, ...chats.told].forEach((text) => tell(text));
    const open = requests.filter(({ allowed }) => allowed.includes("agent"));
    const pretended = open.map(({ name }) => ({ name, allowed: [] }))
      .filter(({ name }) => name === "agent.list" || name === "queue.list");
    const control = await askForbidden(people, pretended);
    const own = await askForeign(alice, interactionId, requests);
    const caught = pretended.length > 0 && control.denials === 0 && own.told.length > 0;
    return [
      { name: "requests", value: requests.length, limit: fewestRequests, atLeast: true },
      { name: "denied", value: denials, limit: null },
      { name: "granted_against_policy", value: granted.length, limit: 0 },
      { name: "foreign_ids_asked", value: foreign.asked + chats.asked, limit: null },
      { name: "foreign_ids_told_apart", value: foreign.told.length + chats.told.length, limit: 0 },
      { name: "request_without_policy_fails_the_build", value: await failsTheBuild(tell),
        limit: 1, atLeast: true },
      { name: "control_caught", value: Number(caught), limit: 1, atLeast: true },
    ];
  });
}
