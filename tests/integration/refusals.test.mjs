// SPDX-License-Identifier: GPL-3.0-or-later
// S1: requests that are no proper HTTP are refused and the connection is closed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import {
  corpusOfBadRequests,
  exchange,
  isRefused,
  ownBadRequests,
} from "../support/rawhttp.mjs";

test("proper requests are answered, so that refusing all is no way to pass", async (t) => {
  const { server } = await Company.open(t);
  const get = "GET /health HTTP/1.1\r\nHost: localhost\r\n";
  const one = await exchange(server.url, `${get}Connection: close\r\n\r\n`);
  assert.deepEqual([one.statuses, one.closed], [[200], true], one.text);
  assert.equal(isRefused(one), false);
  const two = await exchange(server.url, `${get}\r\n${get}Connection: close\r\n\r\n`);
  assert.deepEqual([two.statuses, two.closed], [[200, 200], true], two.text);
  const chunked =
    "POST /genesys/2/chat/support HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
    "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n" +
    "d\r\nnickname=Anna\r\n8\r\n&subject\r\n2\r\n=x\r\n0\r\n\r\n";
  assert.deepEqual((await exchange(server.url, chunked)).statuses, [200]);
});

test("what is no proper request is refused and the connection closed", async (t) => {
  const { server } = await Company.open(t);
  const accepted = [];
  for (const [name, text] of Object.entries(ownBadRequests)) {
    const answer = await exchange(server.url, Buffer.from(text, "latin1"));
    if (!isRefused(answer)) {
      accepted.push(`${name}: ${answer.statuses} ${answer.closed ? "closed" : "left open"}`);
    }
  }
  assert.deepEqual(accepted, []);
});

test("what the public corpus of bad requests holds is refused", async (t) => {
  const corpus = await corpusOfBadRequests();
  if (!corpus) {
    t.skip("the corpus is not here; TANDEM_TEST_DATA names its folder");
    return;
  }
  const { server } = await Company.open(t);
  const accepted = [];
  for (const { name, bytes, goodBefore } of corpus) {
    const answer = await exchange(server.url, bytes);
    if (!isRefused(answer, goodBefore)) {
      accepted.push(`${name}: ${answer.statuses} ${answer.closed ? "closed" : "left open"}`);
    }
  }
  assert.deepEqual(accepted, []);
  assert.ok(corpus.length > 30);
});
