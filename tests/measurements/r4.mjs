// SPDX-License-Identifier: GPL-3.0-or-later
// R4: requests that are asked 1 to 20 times, in any order, across crashes: how many had more or
// less than one effect, and how many were not always answered alike; about 10,000 asked, or by
// --long 100,000. The control has no keys.
import { repeatConditionalRequests } from "../reliability/conditionalrequests.mjs";
import { repeatKeyedRequests } from "../reliability/keyedrequests.mjs";
import { controlFigure } from "./findings.mjs";

const kinds = {
  differing: "answered_differently",
  doubled: "with_more_than_one_effect",
  missing: "without_effect",
};

function figures(result, which) {
  return Object.entries(kinds).map(([kind, name]) => {
    return { name: `${which}_requests_${name}`, value: result[kind].length, limit: 0 };
  });
}

export async function measureRepeats({ seed, long, tell }) {
  const factor = long ? 10 : 1;
  const report = (which, { asked, crashes, differing }) => {
    tell(`${which}: ${asked} asked, ${crashes} crashes`);
    differing.forEach((difference) => tell(difference));
  };
  const keyed = await repeatKeyedRequests(null, { seed, each: 80 * factor });
  report("with keys", keyed);
  const conditional = await repeatConditionalRequests(null, { seed, count: 25 * factor });
  report("without keys, conditional on state", conditional);
  const control = await repeatKeyedRequests(null, { seed, each: 4, isKeyed: false });
  tell(`${control.doubled.length} requests of the control had more than one effect`);
  return [
    ...figures(keyed, "keyed"),
    ...figures(conditional, "conditional"),
    controlFigure(control.doubled.length > 0),
  ];
}
