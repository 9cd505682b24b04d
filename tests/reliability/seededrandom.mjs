// SPDX-License-Identifier: GPL-3.0-or-later

/** mulberry32: gives a function whose numbers are the same for the same seed. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of a test: TANDEM_SEED, else another each time. */
export function seedOfTest() {
  return Number(process.env.TANDEM_SEED ?? Date.now() % 1_000_000);
}
