// SPDX-License-Identifier: GPL-3.0-or-later
// A small file system of its own that can be full.
import { execFile } from "node:child_process";
import { mkdtemp, rm, rmdir, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Gives its folder, or null where this user may not mount one; gone when `t` has ended. */
export async function smallDisk(t, megabytes) {
  const folder = await mkdtemp(join(tmpdir(), "tandem-disk-"));
  const size = `size=${megabytes}m`;
  try {
    await execute("mount", ["-t", "tmpfs", "-o", size, "tandem-test", folder]);
  } catch {
    await rmdir(folder);
    return null;
  }
  t.after(async () => {
    await execute("umount", ["--lazy", folder]);
    await rmdir(folder);
  });
  return folder;
}

/** Takes all the room there is; gives what makes room again. */
export async function fillUp(folder) {
  const filler = join(folder, "filler");
  const { bavail, bsize } = await statfs(folder);
  await writeFile(filler, Buffer.alloc(bavail * bsize)).catch(() => {});
  return () => rm(filler, { force: true });
}
