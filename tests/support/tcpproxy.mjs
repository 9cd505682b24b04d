// SPDX-License-Identifier: GPL-3.0-or-later
// A way over TCP to a PostgreSQL on a local socket, on which things get lost.
import { once } from "node:events";
import { connect, createServer } from "node:net";

const commit = Buffer.from("COMMIT\0");

/** Whether bytes that come in parts held `wanted` by now. */
function finder(wanted) {
  let tail = Buffer.alloc(0);
  return (part) => {
    const all = Buffer.concat([tail, part]);
    tail = all.subarray(-(wanted.length - 1));
    return all.includes(wanted);
  };
}

export class TcpProxy {
  #pairs = new Set();
  #isHolding = false;
  #losesAnswer = false;
  /** Commits whose answer was lost on the way. */
  lostAnswers = 0;

  /** path: of the socket it leads to. Ends with the test. */
  static async start(t, path) {
    const proxy = new TcpProxy();
    proxy.path = path;
    proxy.server = createServer((near) => proxy.#taken(near));
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    proxy.port = proxy.server.address().port;
    t?.after(() => proxy.end());
    return proxy;
  }

  end() {
    this.server.close();
    this.resets();
  }

  #taken(near) {
    const pair = { near, far: connect({ path: this.path }) };
    this.#pairs.add(pair);
    this.#joins(pair);
    for (const [one, other] of [[near, pair.far], [pair.far, near]]) {
      one.on("error", () => {});
      one.on("end", () => other.end());
      one.on("close", () => {
        this.#pairs.delete(pair);
        other.destroySoon();
      });
    }
    if (this.#isHolding) {
      TcpProxy.#halts(pair);
    }
  }

  #joins(pair) {
    const hasCommit = finder(commit);
    const isCommitted = finder(commit);
    let isCut = false;
    pair.near.on("data", (part) => {
      isCut ||= this.#losesAnswer && hasCommit(part);
      pair.far.write(part);
    });
    pair.far.on("data", (part) => {
      if (!isCut) {
        pair.near.write(part);
      } else if (isCommitted(part)) {
        this.#losesAnswer = false;
        this.lostAnswers += 1;
        pair.near.destroy();
        pair.far.destroy();
      }
    });
  }

  static #halts({ near, far }) {
    near.pause();
    far.pause();
  }

  /** Nothing arrives any more on either side, and nobody is told; what is under way is kept, as by
   * TCP, for `goesOn`. */
  holds() {
    this.#isHolding = true;
    this.#pairs.forEach(TcpProxy.#halts);
  }

  goesOn() {
    this.#isHolding = false;
    for (const { near, far } of this.#pairs) {
      near.resume();
      far.resume();
    }
  }

  /** The next commit gets through, and the connection breaks before its answer. */
  losesNextAnswer() {
    this.#losesAnswer = true;
  }

  /** All connections break. */
  resets() {
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
  }
}
