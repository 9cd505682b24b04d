// SPDX-License-Identifier: GPL-3.0-or-later
// S1: how many requests that are no proper HTTP are not refused. The control is Node's own server,
// told to be lenient, asked the same.
import { once } from "node:events";
import { createServer } from "node:http";
import {
  corpusOfBadRequests,
  exchange,
  isRefused,
  ownBadRequests,
} from "../support/rawhttp.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";
import { controlFigure } from "./findings.mjs";

/** The names of those that the server does not refuse. */
async function accepted(url, requests) {
  const names = [];
  for (const { name, bytes, goodBefore } of requests) {
    if (!isRefused(await exchange(url, bytes), goodBefore)) {
      names.push(name);
    }
  }
  return names;
}

async function acceptedByLenient(requests) {
  const lenient = createServer({ insecureHTTPParser: true }, (request, response) => {
    request.resume();
    response.end("taken");
  });
  await once(lenient.listen(0, "127.0.0.1"), "listening");
  const names = await accepted(`http://127.0.0.1:${lenient.address().port}`, requests);
  lenient.closeAllConnections();
  lenient.close();
  return names;
}

export async function measureRefusals({ tell }) {
  const server = await Server.start(null, { data: await temporaryFolder(null) });
  const corpus = (await corpusOfBadRequests()) ?? [];
  const own = Object.entries(ownBadRequests).map(([name, text]) => {
    return { name, bytes: Buffer.from(text, "latin1"), goodBefore: 0 };
  });
  const found = await accepted(server.url, [...corpus, ...own]);
  await server.kill();
  found.forEach((name) => tell(`not refused: ${name}`));
  tell(`${corpus.length} requests of the public corpus, ${own.length} of our own`);
  const taken = await acceptedByLenient(own);
  tell(`the control takes ${taken.length} of our own`);
  return [
    { name: "bad_requests_not_refused", value: found.length, limit: 0 },
    { name: "bad_requests_of_the_corpus", value: corpus.length, limit: null },
    controlFigure(taken.length > 0),
  ];
}
