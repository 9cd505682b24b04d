// SPDX-License-Identifier: GPL-3.0-or-later
// Files for tests, and a customer's way to send and fetch them.
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

export function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** CRC-32 of PNG (ISO 3309). */
function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; ++bit) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of one grey, with `noise` bytes in a text chunk so that each is another one. */
export function png(width = 64, height = 48, noise = Buffer.alloc(0)) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; ++row) {
    rows[row * (width + 1)] = 0;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.concat([Buffer.from("Comment\0"), noise])),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Plain text of that size, another one for each seed. */
export function text(size, seed = "line") {
  const line = `${seed} of a file that a customer sends\n`;
  return Buffer.from(line.repeat(Math.ceil(size / line.length)).slice(0, size));
}

export function uploadForm(fields, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) {
      form.append(name, String(value));
    }
  }
  if (file) {
    form.append("file", new Blob([file.bytes]), file.name);
  }
  return form;
}

/** Posts a form and gives { status, headers, bytes, body }; body is the JSON, where it is one. */
export async function posted(address, form, headers = {}) {
  const answer = await fetch(address, {
    method: "POST",
    body: form,
    headers,
    signal: AbortSignal.timeout(30_000),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  let body = null;
  try {
    body = JSON.parse(String(bytes));
  } catch {
    // a file
  }
  return { status: answer.status, headers: answer.headers, bytes, body };
}

/** The file operations of one REST customer. */
export class CustomerFiles {
  constructor(customer) {
    this.customer = customer;
  }

  #address(rest) {
    return `${this.customer.base}/${this.customer.chatId}/file${rest}`;
  }

  #fields(more) {
    const { alias, secureKey, userId } = this.customer;
    return { alias, secureKey, userId, ...more };
  }

  upload(name, bytes, fields = {}) {
    return posted(this.#address(""), uploadForm(this.#fields(fields), { name, bytes }));
  }

  limits() {
    return posted(this.#address("/limits"), uploadForm(this.#fields()));
  }

  download(fileId, headers = {}) {
    return posted(this.#address(`/${fileId}/download`), uploadForm(this.#fields()), headers);
  }

  thumbnail(fileId) {
    return posted(this.#address(`/${fileId}/thumbnail`), uploadForm(this.#fields()));
  }

  delete(fileId) {
    return posted(this.#address(`/${fileId}/delete`), uploadForm(this.#fields()));
  }
}
