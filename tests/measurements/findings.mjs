// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of what a checker found, and of whether the control was caught.

/** One figure for each kind of finding; nothing may be found. */
export function figuresOf(found, circumstances) {
  return Object.entries(found).map(([kind, list]) => ({
    name: `messages_${kind}_${circumstances}`,
    value: list.length,
    limit: 0,
  }));
}

/** Whether what must fail did: without it the other figures say nothing. */
export function controlFigure(isCaught) {
  return { name: "control_caught", value: isCaught ? 1 : 0, limit: 1, atLeast: true };
}
