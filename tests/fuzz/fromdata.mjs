// SPDX-License-Identifier: GPL-3.0-or-later
// usage: node fromdata.mjs FOLDER
// Writes seeds for targets of libFuzzer into FOLDER/TARGET, out of the larger test data where that
// is there: cases that are kept as hexadecimal digits in one file.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { absence, testData } from "../support/testdata.mjs";

const agentSocket = Buffer.from([0]); // what the target `websocket` begins with
const sources = [
  { target: "http", file: "http-llhttp/cases.json", bytes: (one) => one.input_hex },
  { target: "connection", file: "http-llhttp/cases.json", bytes: (one) => one.input_hex },
  { target: "websocket", file: "websocket-vectors/frames.json", bytes: (one) => one.hex,
    before: agentSocket },
  { target: "value", file: "utf8-vectors/utf8.json", bytes: (one) => one.hex },
];

for (const { target, file, bytes, before = Buffer.alloc(0) } of sources) {
  const cases = await testData(file);
  if (cases === null) {
    console.error(`no seeds of ${file}: ${absence}`);
    continue;
  }
  const folder = join(process.argv[2], target);
  await mkdir(folder, { recursive: true });
  for (const [number, one] of cases.entries()) {
    const seed = Buffer.concat([before, Buffer.from(bytes(one) ?? "", "hex")]);
    await writeFile(join(folder, `case-${number}`), seed);
  }
}
