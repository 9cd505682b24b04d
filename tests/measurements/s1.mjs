// SPDX-License-Identifier: GPL-3.0-or-later
// S1: how many requests that are no proper HTTP are not refused.
import {
  corpusOfBadRequests,
  exchange,
  isRefused,
  ownBadRequests,
} from "../support/rawhttp.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";

export async function measureRefusals({ tell }) {
  const server = await Server.start(null, { data: await temporaryFolder(null) });
  const corpus = (await corpusOfBadRequests()) ?? [];
  const own = Object.entries(ownBadRequests).map(([name, text]) => {
    return { name, bytes: Buffer.from(text, "latin1"), goodBefore: 0 };
  });
  let accepted = 0;
  for (const { name, bytes, goodBefore } of [...corpus, ...own]) {
    if (!isRefused(await exchange(server.url, bytes), goodBefore)) {
      tell(`not refused: ${name}`);
      accepted += 1;
    }
  }
  await server.kill();
  tell(`${corpus.length} requests of the public corpus, ${own.length} of our own`);
  return [
    { name: "bad_requests_not_refused", value: accepted, limit: 0 },
    { name: "bad_requests_of_the_corpus", value: corpus.length, limit: null },
  ];
}
