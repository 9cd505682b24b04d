// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for secrets in what a server has written, in the forms in which they slip out.

function base64Cores(secret) {
  return [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
    const whole = bytes.toString("base64").replace(/=+$/, "");
    const first = Math.ceil((shift * 8) / 6);
    return whole.slice(first, first + Math.floor((Buffer.byteLength(secret) * 8) / 6) - 1);
  });
}

/** The forms of a secret by name; `isRandom`: also what a half of it would give away. */
export function formsOf(secret, isRandom) {
  const hex = Buffer.from(secret).toString("hex");
  const forms = {
    plain: [secret],
    "of two bytes a character": [Buffer.from(secret, "utf16le").toString("latin1")],
    base64: base64Cores(secret),
    hex: [hex, hex.toUpperCase()],
    "in a URL": [encodeURIComponent(secret)],
  };
  if (isRandom) {
    const half = Math.floor(secret.length / 2);
    const raw = Buffer.from(secret, "base64url").toString("hex");
    forms["in half"] = [secret.slice(0, half), secret.slice(-half)];
    forms["decoded, in hex"] = [raw, raw.toUpperCase()];
  }
  return forms;
}

/** Where secrets are found: texts like "session token, base64, in log". texts: by place, latin1;
 * secrets: [{ name, value, isRandom }]. */
export function findSecrets(secrets, texts) {
  const found = [];
  for (const { name, value, isRandom } of secrets) {
    for (const [form, writings] of Object.entries(formsOf(value, isRandom))) {
      for (const [place, text] of Object.entries(texts)) {
        if (writings.some((writing) => text.includes(writing))) {
          found.push(`${name}, ${form}, in ${place}`);
        }
      }
    }
  }
  return found;
}

/** Secrets that the search would miss if they were written down in some form (the control). */
export function missedWhenPlanted(secrets, texts) {
  const missed = [];
  const [place, text] = Object.entries(texts)[0];
  for (const secret of secrets) {
    for (const [form, writings] of Object.entries(formsOf(secret.value, secret.isRandom))) {
      for (const writing of writings) {
        const planted = { [place]: `${text}x${writing}x${text.slice(0, 100)}` };
        if (findSecrets([secret], planted).length === 0) {
          missed.push(`${secret.name}, ${form}`);
        }
      }
    }
  }
  return missed;
}

/** How many bits these texts of base64url hold at most, by what is seen of them: the places of the
 * shortest where not all have the same character. */
export function bitsOf(texts) {
  const length = Math.min(...texts.map((text) => text.length));
  const isOfAlphabet = texts.every((text) => /^[A-Za-z0-9_-]+$/.test(text));
  const varies = (place) => new Set(texts.map((text) => text[place])).size > 1;
  const places = Array.from({ length }, (_, place) => place).filter(varies);
  return isOfAlphabet ? places.length * 6 : 0;
}
