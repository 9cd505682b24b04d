// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate authority of its own for a test, made with the openssl program.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const openssl = (...words) => promisify(execFile)("openssl", words);
const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

export class Authority {
  /** Its files lie in `folder`; file: the certificate that clients must know. */
  static async make(folder) {
    const authority = new Authority();
    authority.folder = folder;
    authority.file = join(folder, "ca.pem");
    authority.keyFile = join(folder, "ca.key");
    await openssl(
      ...["req", "-x509", "-days", "30", ...newKey, "-subj", "/CN=Authority of a test"],
      ...["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=keyCertSign"],
      ...["-keyout", authority.keyFile, "-out", authority.file],
    );
    return authority;
  }

  /** A server's certificate for this machine; gives { certificate, key }, files. */
  async issue(name) {
    const [key, request, certificate, extensions] = ["key", "csr", "pem", "ext"].map((end) =>
      join(this.folder, `${name}.${end}`),
    );
    const subject = ["-subj", `/CN=${name}`];
    await openssl("req", "-new", ...newKey, ...subject, "-keyout", key, "-out", request);
    await writeFile(
      extensions,
      "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n",
    );
    await openssl(
      ...["x509", "-req", "-days", "30", "-in", request, "-CA", this.file],
      ...["-CAkey", this.keyFile, "-CAcreateserial", "-extfile", extensions, "-out", certificate],
    );
    return { certificate, key };
  }
}
