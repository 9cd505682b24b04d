// SPDX-License-Identifier: GPL-3.0-or-later
// R11: what expires early, late or twice while the wall clock jumps by an hour or a day, either
// way, and over restarts; each jump 3 times, or by --long 20. In the control the monotonic clock
// jumps.
import { allJumps, jumpClocks, jumpMonotonicClock } from "../reliability/clockjumps.mjs";
import { controlFigure } from "./findings.mjs";

export async function measureClockJumps({ long, tell }) {
  const jumps = Array(long ? 20 : 3).fill(allJumps).flat();
  const { wrong } = await jumpClocks(null, { jumps, tell });
  wrong.forEach(tell);
  const control = await jumpMonotonicClock(null);
  control.wrong.forEach((what) => tell(`the control: ${what}`));
  return [
    { name: `wrong_times_in_${jumps.length}_clock_jumps`, value: wrong.length, limit: 0 },
    controlFigure(control.wrong.length > 0),
  ];
}
