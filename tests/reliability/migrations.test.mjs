// SPDX-License-Identifier: GPL-3.0-or-later
// A store of an older version is brought up to date, whatever interrupts it: killed again and again
// at random moments of its start, the server at last serves with everything that was there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Postgres } from "../support/postgres.mjs";
import { sourceFolder, temporaryFolder } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";
import { seededRandom } from "./seededrandom.mjs";

const facts = 300_000;
const newest = 12;

const content = `
CREATE TABLE schema_version (version INTEGER PRIMARY KEY);
INSERT INTO schema_version VALUES (1);
INSERT INTO setting VALUES ('company', 'own'), ('site_secret', 'secret of the test, 32 bytes long');
INSERT INTO skill VALUES ('support', 'Support');
INSERT INTO queue VALUES ('support', 'Support', 1);
INSERT INTO agent VALUES (7, 'olga', 'Olga', 1, 'hash', 3);
INSERT INTO interaction (id, media_type, type, state, queue_id, queue_position, subject,
  contact_name, attached_data, priority, created_at, queued_at, done_at)
  WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
  SELECT i, 'chat', 'inbound', 'done', 'support', 1, 's', 'n', '{}', 0, 1, 1, 2 FROM n;
INSERT INTO event (id, time, name, payload)
  WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${facts})
  SELECT i, i, 'interaction.moved', '{}' FROM n;
`;

async function oldStore(folder) {
  const schema = join(sourceFolder, "services/store/schema/sqlite/0001_conversation.sql");
  const input = `BEGIN;\n${await readFile(schema, "utf8")}${content}COMMIT;\n`;
  execFileSync("sqlite3", [join(folder, "tandem.sqlite")], { input });
}

function asked(folder, sql) {
  return execFileSync("sqlite3", [join(folder, "tandem.sqlite"), sql], { encoding: "utf8" }).trim();
}

/** Starts it and ends it at once after so long; gives whether it served by then. */
async function interrupted(options, afterMs) {
  const server = new Server({ listen: "127.0.0.1:0", ...options });
  const up = server.up().then(
    () => true,
    () => false,
  );
  await Promise.race([up, pause(afterMs)]);
  await server.kill();
  return up;
}

test("an old store of SQLite, killed while it is brought up to date", async (t) => {
  const data = await temporaryFolder(t);
  await oldStore(data);
  const random = seededRandom(1);
  const versions = new Set();
  for (let count = 0; count < 12; ++count) {
    await interrupted({ data }, 5 + random() * 250);
    versions.add(asked(data, "SELECT max(version) FROM schema_version"));
  }
  t.diagnostic(`versions seen after kills: ${[...versions].join(", ")}`);
  assert.ok(versions.size > 0);
  const server = await Server.start(t, { data, demo: false });
  await server.stop();
  assert.equal(asked(data, "SELECT max(version) FROM schema_version"), String(newest));
  assert.equal(asked(data, "SELECT count(*) FROM event WHERE payload = '{}'"), String(facts));
  assert.equal(asked(data, "SELECT count(*) FROM interaction WHERE state = 'done'"), "20000");
  assert.equal(asked(data, "SELECT user_name FROM agent"), "olga");
  assert.equal(asked(data, "PRAGMA integrity_check"), "ok");
});

test("a new store of PostgreSQL, killed while its tables are made", async (t) => {
  const data = await temporaryFolder(t);
  const database = await Postgres.start(t);
  const options = { data, demo: true, arguments: ["--database", database.url] };
  const random = seededRandom(2);
  let served = 0;
  for (let count = 0; count < 12 && served < 3; ++count) {
    served += await interrupted(options, 20 + random() * 150);
  }
  const server = await Server.start(t, options);
  assert.equal((await fetch(`${server.url}/health`)).status, 200);
});
