// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { FileRefusal, type FileCalls } from "../src/link/filecalls.js";
import { limitsOf, problemOf } from "../src/model/filelimits.js";
import { Files } from "../src/model/files.js";
import type { ChatAnswer, ChatEvent } from "../src/protocol.js";
import { Catalogue } from "../src/texts/catalogue.js";
import { linesOf } from "../src/view/lines.js";
import { joined, Scene } from "./fakes.js";
import { settled } from "./restfakes.js";

const told = {
  "upload-max-files": "2",
  "upload-max-file-size": "1000",
  "upload-max-total-size": "1500",
  "upload-file-types": "PDF:png",
};

function uploaded(index: number, id: string, type = "FileUploaded"): ChatEvent {
  const userData = { "file-id": id, "file-name": `${id}.pdf`, "file-size": "12" };
  return { ...joined(index, "Agent"), type, userData };
}

class FakeCalls {
  asked = 0;
  answer: ChatAnswer | Error = { statusCode: 0, userData: told };
  ends: { key: string; resolve: () => void; reject: (error: Error) => void }[] = [];

  limits(): Promise<ChatAnswer> {
    this.asked += 1;
    const { answer } = this;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }

  upload(_chat: object, _file: File, key: string) {
    const done = new Promise<void>((resolve, reject) => this.ends.push({ key, resolve, reject }));
    return { done, abort: () => undefined };
  }
}

async function talking(answer?: ChatAnswer | Error) {
  const scene = new Scene();
  const calls = new FakeCalls();
  calls.answer = answer ?? calls.answer;
  const files = new Files(scene.conversation, calls as unknown as FileCalls, scene.surroundings);
  scene.conversation.show(true);
  scene.opens();
  await settled();
  return { scene, calls, files };
}

test("limits are texts, anywhere in the answer; what is not told is no limit", () => {
  const event = { index: 1, type: "Notice", userData: told };
  const limits = limitsOf({ messages: [event] });
  assert.deepEqual([limits?.mostFiles, limits?.types], [2, ["pdf", "png"]]);
  const few = limitsOf({ userData: { "upload-max-files": "1" } });
  assert.deepEqual([few?.mostBytes, few?.needsAgent, few?.mayDelete], [Infinity, false, false]);
  assert.equal(limitsOf({ statusCode: 0 }), null);
});

test("what would be refused is known beforehand, and why", () => {
  const limits = limitsOf({ userData: told })!;
  const problem = (name: string, size: number, underWay: { name: string; size: number }[] = []) =>
    problemOf({ name, size }, limits, underWay, false);
  assert.equal(problem("a.PDF", 1000), null);
  assert.equal(problem("a.exe", 1), "type");
  assert.equal(problem("pdf", 1), "type");
  assert.equal(problem("a.png", 1001), "tooLarge");
  assert.equal(problem("a.png", 600, [{ name: "b", size: 901 }]), "total");
  const two = [{ name: "b", size: 1 }, { name: "c", size: 1 }];
  assert.equal(problem("a.png", 1, two), "tooMany");
  const early = { ...limits, needsAgent: true };
  assert.equal(problemOf({ name: "a.pdf", size: 1 }, early, [], false), "needsAgent");
  assert.equal(problemOf({ name: "a.pdf", size: 1 }, early, [], true), null);
});

test("a server that does not know of files is asked once, one out of reach again", async () => {
  assert.equal((await talking()).files.isOffered, true);
  assert.equal((await talking({ userData: { "upload-max-files": "0" } })).files.isOffered, false);
  const { scene, calls, files } = await talking(new FileRefusal(100));
  scene.surroundings.passes(3_600_000);
  scene.conversation.show(true);
  assert.deepEqual([files.isOffered, calls.asked], [false, 1]);
  const away = await talking(new Error("network"));
  away.calls.answer = { userData: told };
  away.scene.surroundings.passes(60_000);
  away.scene.conversation.show(true);
  await settled();
  assert.equal(away.files.isOffered, true);
});

test("a file that fails goes again with its key; the end takes all back", async () => {
  const { scene, calls, files } = await talking();
  await files.add([new File(["abc"], "a.pdf"), new File(["abc"], "b.exe")]);
  assert.deepEqual(files.uploads.map(({ state }) => state), ["sending", "refused"]);
  calls.ends[0]?.reject(new Error("network"));
  await settled();
  assert.equal(files.uploads[0]?.problem, "failed");
  files.again(files.uploads[0]?.key ?? "");
  assert.equal(calls.ends[1]?.key, calls.ends[0]?.key);
  calls.ends[1]?.reject(new FileRefusal(202));
  await settled();
  assert.deepEqual([files.uploads[0]?.state, files.uploads[0]?.problem], ["refused", "total"]);
  scene.conversation.end();
  assert.deepEqual(files.uploads, []);
});

test("a file is a line, unread until it is seen, and marked when it is deleted", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [uploaded(2, "f1")] });
  assert.equal(scene.conversation.state.unread, 1);
  scene.link.answers({ messages: [uploaded(3, "f1", "FileDeleted")] });
  const [line] = linesOf(scene.conversation.entries, []);
  assert.ok(line?.kind === "file");
  const { name, size, isDeleted } = line.file;
  assert.deepEqual([name, size, isDeleted], ["f1.pdf", 12, true]);
  scene.reloads();
  assert.equal(scene.conversation.entries[0]?.file?.isDeleted, true);
});

test("sizes are told in the language's own way", () => {
  assert.equal(new Catalogue("en").size(999), "999 byte");
  assert.equal(new Catalogue("de").size(1_250_000), "1,3 MB");
  assert.equal(new Catalogue("en").size(52_300), "52 kB");
});
