// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles the widget into dist/tandem.js, copies the demo shop, and fails when the bundle is
// larger than what a shop's page can be asked to load.
import { cp, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const limitBytes = 70 * 1024;
const root = fileURLToPath(new URL(".", import.meta.url));
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
  await rm(`${root}dist`, { recursive: true, force: true });
  await mkdir(`${root}dist`);
  await build({
    ...common,
    entryPoints: ["src/main.ts"],
    outfile: "dist/tandem.js",
    format: "iife",
    minify: true,
    legalComments: "eof",
    charset: "utf8",
    banner: { js: "/* Tandem customer widget. SPDX-License-Identifier: GPL-3.0-or-later */" },
  });
  await cp(`${root}demo`, `${root}dist/demo`, { recursive: true });
}

async function checkSize() {
  const bytes = gzipSync(await readFile(`${root}dist/tandem.js`), { level: 9 }).length;
  const holds = bytes < limitBytes;
  const verdict = holds ? "holds" : "falls short";
  console.log(`tandem.js ${bytes} bytes gzipped, limit ${limitBytes}: ${verdict}`);
  if (!holds) {
    process.exitCode = 1;
  }
}

if (process.argv.includes("--tests")) {
  await buildTests();
} else {
  await buildWidget();
  await checkSize();
}
