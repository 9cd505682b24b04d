// SPDX-License-Identifier: GPL-3.0-or-later

/** Stands for a test where there is none, so that what tests are written in serves measurements,
 * too: what was opened is ended by `end`, last first. */
export class Scope {
  #endings = [];

  after(action) {
    this.#endings.push(action);
  }

  async end() {
    for (const action of this.#endings.splice(0).reverse()) {
      await action();
    }
  }
}

/** What `act` gives for a scope that ends with it. */
export async function scoped(act) {
  const scope = new Scope();
  try {
    return await act(scope);
  } finally {
    await scope.end();
  }
}
