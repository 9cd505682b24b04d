// SPDX-License-Identifier: GPL-3.0-or-later
// R10: what a disk that is full, fails at random or does not say whether it is done makes of what
// was acknowledged; each fault 3 times, or by --long 30. The control does not listen to refusals.
import { failAgainAndAgain, fillItsDisk } from "../reliability/diskfaults.mjs";
import { controlFigure, figuresOf } from "./findings.mjs";

/** tandemd on a disk that is really full; no figures where this user may not mount one. */
async function measureFullDisk(options) {
  const endings = [];
  try {
    const result = await fillItsDisk({ after: (ending) => endings.push(ending) }, options);
    return result ? figuresOf(result.found, "on_a_really_full_disk") : [];
  } finally {
    for (const ending of endings) {
      await ending();
    }
  }
}

export async function measureDiskFaults({ seed, long, tell }) {
  const rounds = long ? 30 : 3;
  const result = await failAgainAndAgain(null, { seed, rounds, tell });
  const { found, unhealthyMs, recoveryMs, linesPerSecond, acknowledged } = result;
  tell(`${acknowledged} acknowledged between faults`);
  const faults = [{ what: "errors 0.3", isTotal: false }];
  const control = await failAgainAndAgain(null, { seed, faults, more: ["--deaf"], tell });
  tell(`${control.found.lost.length} lost by the control`);
  return [
    ...figuresOf(found, "by_disk_faults"),
    { name: "until_health_says_so_max_ms", value: unhealthyMs, limit: 1000 },
    { name: "from_fault_over_to_serving_max_ms", value: recoveryMs, limit: 5000 },
    { name: "log_lines_in_a_second_max", value: linesPerSecond, limit: 10 },
    ...(await measureFullDisk({ seed, tell })),
    controlFigure(control.found.lost.length > 0),
  ];
}
