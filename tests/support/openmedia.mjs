// SPDX-License-Identifier: GPL-3.0-or-later
// Another system that brings work by the REST form of open media.
import assert from "node:assert/strict";
import { RestCustomer } from "./rest.mjs";

export class MediaSource {
  constructor(url, service = "support") {
    this.base = `${url}/genesys/2/openmedia/${service}`;
  }

  /** Posts and gives { status, body }, whatever it is. */
  tries(path, fields = {}, headers = {}) {
    return RestCustomer.post(path ? `${this.base}/${path}` : this.base, fields, headers);
  }

  async does(path, fields = {}) {
    const answer = await this.tries(path, fields);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(answer.body.statusCode, 0);
    return answer.body;
  }

  /** Submits a task and gives its interactionId. */
  async submits(externalId, fields = {}) {
    const body = await this.does("", { mediaType: "task", externalId, ...fields });
    assert.match(body.interactionId, /^[0-9a-z]{13}$/);
    return body.interactionId;
  }

  knows(interactionId) {
    return this.does(`${interactionId}/get`);
  }
}
