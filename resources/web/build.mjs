// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles the widget into dist/tandem.js (or another folder: --out DIR), copies the demo shop
// beside it, and fails when the bundle is larger than what a shop's page can be asked to load.
import { cp, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const limitBytes = 70 * 1024;
const root = fileURLToPath(new URL(".", import.meta.url));
const { values: options } = parseArgs({
  options: { tests: { type: "boolean" }, out: { type: "string", default: join(root, "dist") } },
});
const out = resolve(options.out);
const common = { bundle: true, target: "es2021", absWorkingDir: root, logLevel: "warning" };

async function buildTests() {
  await rm(`${root}build/tests`, { recursive: true, force: true });
  const names = (await readdir(`${root}tests`)).filter((name) => name.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: names.map((name) => `tests/${name}`),
    outdir: "build/tests",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
  });
}

async function buildWidget() {
  await rm(join(out, "demo"), { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    ...common,
    entryPoints: ["src/main.ts"],
    outfile: join(out, "tandem.js"),
    format: "iife",
    minify: true,
    legalComments: "eof",
    charset: "utf8",
    banner: { js: "/* Tandem customer widget. SPDX-License-Identifier: GPL-3.0-or-later */" },
  });
  await cp(join(root, "demo"), join(out, "demo"), { recursive: true });
}

async function checkSize() {
  const bytes = gzipSync(await readFile(join(out, "tandem.js")), { level: 9 }).length;
  const holds = bytes < limitBytes;
  const verdict = holds ? "holds" : "falls short";
  console.log(`tandem.js ${bytes} bytes gzipped, limit ${limitBytes}: ${verdict}`);
  if (!holds) {
    process.exitCode = 1;
  }
}

if (options.tests) {
  await buildTests();
} else {
  await buildWidget();
  await checkSize();
}
