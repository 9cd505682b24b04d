// SPDX-License-Identifier: GPL-3.0-or-later

/** A figure without labels from a server's /metrics; NaN where it is not told. */
export async function metric(url, name) {
  const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(20_000) });
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(await answer.text())?.[1] ?? NaN);
}
