// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatEvent } from "../protocol.js";
import type { Entry } from "./transcript.js";

/** Somebody on the other side has said something. */
export class ArrivedEvent extends Event {
  constructor(readonly entry: Entry) {
    super("arrived");
  }
}

/** The server has told of something for the first time, a line of the transcript or not. */
export class HeardEvent extends Event {
  constructor(readonly event: ChatEvent) {
    super("heard");
  }
}
