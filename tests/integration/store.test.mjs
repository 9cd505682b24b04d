// SPDX-License-Identifier: GPL-3.0-or-later
// While the store takes no commits nothing is acknowledged, the server says so and stays up, and
// it goes on by itself when the store does.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { databaseFile, lockHolder } from "../support/lockholder.mjs";
import { fillUp, smallDisk } from "../support/smalldisk.mjs";
import { conversing, goesOn, health, refusesToSay } from "../support/storefaults.mjs";

const execute = promisify(execFile);

test("a locked database: refused, unhealthy, and on again when it is free", async (t) => {
  const scene = await conversing(t);
  const release = await lockHolder(t, await databaseFile(scene.company.server.options.data));
  await refusesToSay(scene, "while it is locked");
  assert.equal(await health(scene.company.server.url), 503);
  await release();
  await goesOn(scene, "while it is locked");
});

test("a full disk: refused, unhealthy, and on again when there is room", async (t) => {
  const data = await smallDisk(t, 8);
  if (!data) {
    t.skip("needs the right to mount");
    return;
  }
  const scene = await conversing(t, { data });
  const makeRoom = await fillUp(data);
  const long = "x".repeat(12_000);
  let refused = null;
  for (let number = 0; number < 400 && !refused; ++number) {
    const answer = await scene.customer.tries("send", { message: `${number} ${long}` });
    refused = answer.body.statusCode === 0 ? null : answer;
  }
  assert.ok(refused, "at some time the disk is full");
  assert.ok(refused.status === 503 || refused.body.statusCode === 1, JSON.stringify(refused.body));
  await until("health to say so", async () => (await health(scene.company.server.url)) === 503);
  await refusesToSay(scene, "while it is full");
  await makeRoom();
  await goesOn(scene, "while it is full");
});

/** e2fsck ends with 1 where it found something and mended it. */
function onlyMended(error) {
  if (error.code !== 1) {
    throw error;
  }
}

/** A small ext4 in a file, or null where this user may not make one. */
async function ext4Disk(t, megabytes) {
  const folder = await mkdtemp(join(tmpdir(), "tandem-disk-"));
  const image = join(folder, "image");
  const mounted = join(folder, "mounted");
  const disk = {
    folder: mounted,
    mount: () => execute("mount", ["-o", "loop", image, mounted]),
    unmount: () => execute("umount", [mounted]),
    check: () => execute("/sbin/e2fsck", ["-p", image]).catch(onlyMended),
  };
  await mkdir(mounted);
  await writeFile(image, "");
  await truncate(image, megabytes << 20);
  t.after(async () => {
    await execute("umount", ["--lazy", mounted]).catch(() => {});
    await rm(folder, { recursive: true });
  });
  try {
    await execute("/sbin/mkfs.ext4", ["-q", "-F", image]);
    await disk.mount();
    return disk;
  } catch {
    return null;
  }
}

/** What the store holds of the conversation is what was acknowledged, in order. */
async function holdsJust(alice, interactionId, texts) {
  const events = await alice.transcript(interactionId);
  assert.deepEqual(
    events.filter(({ type }) => type === "Message").map(({ text }) => text),
    texts,
  );
}

test("a database that turns read-only: refused, unhealthy, and on again by itself", async (t) => {
  const disk = await ext4Disk(t, 32);
  if (!disk) {
    t.skip("needs the right to mount, and mkfs.ext4");
    return;
  }
  const scene = await conversing(t, { data: disk.folder });
  const { alice, customer, interactionId, company } = scene;
  await alice.says(interactionId, "answer to before");
  // Not its "-shm": that is memory of SQLite's, and whoever writes to memory which the kernel has
  // made immutable is ended.
  const file = await databaseFile(disk.folder);
  const files = [file, `${file}-wal`];
  await execute("chattr", ["+i", ...files]);
  await refusesToSay(scene, "while it is read-only");
  assert.equal(await health(company.server.url), 503);
  await refusesToSay(scene, "still read-only");
  await execute("chattr", ["-i", ...files]);
  await goesOn(scene, "while it is read-only");
  await customer.says("after");
  const said = ["before", "answer to before", "while it is read-only"];
  await holdsJust(alice, interactionId, [...said, "answer to while it is read-only", "after"]);
});

test("a failing disk: refused; once mended it holds all that was acknowledged", async (t) => {
  const disk = await ext4Disk(t, 32);
  if (!disk) {
    t.skip("needs the right to mount, and mkfs.ext4");
    return;
  }
  const scene = await conversing(t, { data: disk.folder });
  const { alice, customer, interactionId, company } = scene;
  await alice.says(interactionId, "answer to before");
  // What ext4 does by itself when its disk reports errors: from now on nothing is written.
  await execute("sync", ["--file-system", disk.folder]);
  await execute("mount", ["-o", "remount,abort", disk.folder]);
  await refusesToSay(scene, "while it fails");
  assert.equal(await health(company.server.url), 503);
  await refusesToSay(scene, "still failing");
  await company.server.stop();
  await disk.unmount();
  await disk.check();
  await disk.mount();
  await company.server.up();
  await goesOn(scene, "while it fails");
  await customer.says("after");
  const said = ["before", "answer to before", "while it fails", "answer to while it fails"];
  await holdsJust(alice, interactionId, [...said, "after"]);
});

test("a database that is read-only at the start is refused", async (t) => {
  const data = await smallDisk(t, 32);
  if (!data) {
    t.skip("needs the right to mount");
    return;
  }
  const company = await Company.open(t, { data });
  await company.server.stop();
  await execute("mount", ["-o", "remount,ro", data]);
  await assert.rejects(company.server.up(), /read-?only|cannot|write/i);
  await execute("mount", ["-o", "remount,rw", data]);
  await company.server.up();
  assert.equal(await health(company.server.url), 200);
});
