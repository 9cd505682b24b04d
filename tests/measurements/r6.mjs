// SPDX-License-Identifier: GPL-3.0-or-later
// R6: what a database that is killed, stopped for 30 s, unreachable, cut off or not heard makes of
// what was acknowledged, and how soon all is told; each fault twice, or by --long 10 times. The
// control acknowledges before it commits.
import { failInSilence, failItsDatabase } from "../reliability/databasefaults.mjs";
import { testProgram } from "../support/programs.mjs";
import { scoped } from "../support/scope.mjs";
import { controlFigure, figuresOf } from "./findings.mjs";

const limits = { refusedMs: 1000, healthMs: 2000, silentMs: 3000, recoveryMs: 5000, lines: 10 };

export function measureDatabaseFaults({ seed, long, tell }) {
  return scoped(async (t) => {
    const about = { seed, rounds: long ? 10 : 2, stoppedMs: 30_000, lastsMs: 3000, tell };
    const talk = await failItsDatabase(t, about);
    tell(`${talk.acknowledged} acknowledged between faults, ${talk.repeated} said again`);
    const silence = await failInSilence(t, { tell });
    const program = testProgram("earlyack");
    const faults = ["broken", "killed"];
    const options = { seed, faults, program, insistMs: 10_000, isLossy: true, tell };
    const control = await failItsDatabase(t, options);
    tell(`${control.found.lost.length} lost by the control`);
    return [
      ...figuresOf(talk.found, "by_database_faults"),
      { name: "commits_whose_answer_was_lost", value: talk.lostAnswers, limit: 1, atLeast: true },
      { name: "refused", value: talk.refused, limit: 1, atLeast: true },
      { name: "refused_but_not_with_503", value: talk.refusedOtherwise, limit: 0 },
      { name: "acknowledged_and_not_there_once", value: talk.falselyAcknowledged, limit: 0 },
      { name: "refused_after_max_ms", value: talk.refusedMs, limit: limits.refusedMs },
      { name: "until_health_says_so_max_ms", value: talk.unhealthyMs, limit: limits.healthMs },
      { name: "the_same_while_nothing_is_written", value: silence.silentMs,
        limit: limits.silentMs },
      { name: "from_fault_over_to_serving_max_ms",
        value: Math.max(talk.recoveryMs, silence.againMs), limit: limits.recoveryMs },
      { name: "log_lines_in_a_second_max", value: talk.linesPerSecond, limit: limits.lines },
      controlFigure(control.found.lost.length > 0),
    ];
  });
}
