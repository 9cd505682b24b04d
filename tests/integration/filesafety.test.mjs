// SPDX-License-Identifier: GPL-3.0-or-later
// S13: what customers send is known by its content, has a neutral name, and goes out as an
// attachment that no browser runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { CustomerFiles, hashOf, png, text } from "../support/files.mjs";

const elf = Buffer.concat([
  Buffer.from("7f454c4602010100000000000000000002003e00010000007800400000000000", "hex"),
  Buffer.alloc(200),
]);
const dos = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1"),
  Buffer.alloc(46), Buffer.from([0x40, 0, 0, 0]), Buffer.from("PE\0\0d\x86", "latin1"),
  Buffer.alloc(200)]);
const html = Buffer.from("<!DOCTYPE html><html><script>alert(1)</script></html>");
const svg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
);
const gifPage = Buffer.from("GIF89a/*\0\0\0\0\0*/=1;<script>alert(1)</script>", "latin1");

test("a content that its name does not tell is refused", async (t) => {
  const company = await Company.open(t);
  const files = new CustomerFiles(await company.customer().starts());
  const disguises = {
    "program.png": elf,
    "program.txt": elf,
    "setup.pdf": dos,
    "setup.zip": dos,
    "page.png": html,
    "page.txt": html,
    "drawing.png": svg,
    "drawing.jpg": svg,
    "both.gif": gifPage,
    "picture.pdf": png(),
    "text.png": text(100),
    "script.txt": Buffer.from("#!/bin/sh\nrm -rf /\n"),
    "archive.docx": text(100),
    "twice.png.exe": png(),
    "svg.svg": svg,
    "page.html": html,
  };
  for (const [name, bytes] of Object.entries(disguises)) {
    const { status, body } = await files.upload(name, bytes);
    assert.equal(status, 400, name);
    assert.equal(body.errors[0].code, 203, `${name}: ${JSON.stringify(body)}`);
  }
  const { body } = await files.limits();
  assert.equal(body.userData["used-upload-max-files"], "0");
});

test("names lead nowhere and turn nothing round", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer } = await company.conversation(alice);
  const files = new CustomerFiles(customer);
  const names = {
    "../../etc/passwd.txt": "passwd.txt",
    "..\\..\\windows\\win.txt": "win.txt",
    "C:\\temp\\a.txt": "a.txt",
    "/absolute.txt": "absolute.txt",
    ".htaccess.txt": "htaccess.txt",
    "gpj.\u202Eexe.txt": "gpj.exe.txt",
    "line\u0007\u0085feed.txt": "linefeed.txt",
    "con.txt": "_con.txt",
    'quo"te;<b>.txt': "quo_te;_b_.txt",
    "日本語.txt": "日本語.txt",
  };
  for (const [name, wanted] of Object.entries(names)) {
    const { status, body, bytes } = await files.upload(name, text(20));
    assert.equal(status, 200, `${name}: ${bytes}`);
    const isIt = ({ event }) => event.userData["file-id"] === body.userData["file-id"];
    const { event } = await alice.hears("chat.event", isIt);
    // A form's quoting takes backslashes, whatever they meant.
    const shown = event.userData["file-name"];
    assert.ok(!/[\\/\u202E\p{Cc}"<>]/u.test(shown), `${name}: ${shown}`);
    if (!name.includes("\\")) {
      assert.equal(shown, wanted);
    }
    const { headers } = await files.download(body.userData["file-id"]);
    const disposition = headers.get("content-disposition");
    assert.match(disposition, /^attachment; filename="[\w !#$&+.^`|~-]+"; filename\*=UTF-8''\S+$/);
    assert.equal(decodeURIComponent(disposition.split("''")[1]), shown);
    await files.delete(body.userData["file-id"]);
  }
});

test("whatever goes out is an attachment that is not kept and not run", async (t) => {
  const company = await Company.open(t);
  const files = new CustomerFiles(await company.customer().starts());
  for (const [name, bytes, type] of [
    ["a.txt", text(100), "text/plain"],
    ["a.png", png(), "image/png"],
  ]) {
    const { body } = await files.upload(name, bytes);
    const fetched = await files.download(body.userData["file-id"]);
    assert.equal(hashOf(fetched.bytes), hashOf(bytes));
    assert.equal(fetched.headers.get("content-type"), type);
    assert.match(fetched.headers.get("content-disposition"), /^attachment;/);
    assert.equal(fetched.headers.get("x-content-type-options"), "nosniff");
    assert.equal(fetched.headers.get("cache-control"), "private, no-store");
    assert.match(fetched.headers.get("content-security-policy"), /sandbox/);
  }
});

test("more than a file may have does not come in", async (t) => {
  const company = await Company.open(t);
  const files = new CustomerFiles(await company.customer().starts());
  const { status, body } = await files.upload("big.txt", text(11 * 1024 * 1024));
  assert.equal(status, 400);
  assert.equal(body.errors[0].code, 110);
  const huge = await files.upload("huge.txt", text(27 * 1024 * 1024)).catch((error) => error);
  assert.ok(huge instanceof Error || huge.status === 413, JSON.stringify(huge.status));
  const good = await files.upload("good.txt", text(10 * 1024 * 1024));
  assert.equal(good.status, 200);
});
