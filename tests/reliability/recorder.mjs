// SPDX-License-Identifier: GPL-3.0-or-later
// What was said to a server and what it answered: every send, every acknowledgement and every
// message that the other side received, in the order in which they happened.

export class Recorder {
  /** By chat and side ("customer", "agent"): [{ text, attempts, acknowledged, index }]. */
  #sent = new Map();
  /** By chat and side: texts that this side received, in order. */
  #received = new Map();
  /** By chat: what was said again and again, and given up: [{ text, error }]. */
  #givenUp = new Map();
  acknowledgements = 0;
  repeats = 0;

  static #at(map, chat, side) {
    const name = `${chat}/${side}`;
    if (!map.has(name)) {
      map.set(name, []);
    }
    return map.get(name);
  }

  /** A message is sent for the first time; gives its record. */
  sends(chat, side, text) {
    const record = { text, attempts: 0, acknowledged: false, index: null };
    Recorder.#at(this.#sent, chat, side).push(record);
    return record;
  }

  attempts(record) {
    record.attempts += 1;
    this.repeats += record.attempts > 1 ? 1 : 0;
  }

  /** index: where the message stands in the conversation, if the answer tells. */
  acknowledges(record, index = null) {
    record.acknowledged = true;
    record.index = index;
    this.acknowledgements += 1;
  }

  givesUp(chat, text, error) {
    this.#givenUp.set(chat, [...this.givenUp(chat), { text, error }]);
  }

  givenUp(chat) {
    return this.#givenUp.get(chat) ?? [];
  }

  receives(chat, side, text) {
    Recorder.#at(this.#received, chat, side).push(text);
  }

  sent(chat, side) {
    return Recorder.#at(this.#sent, chat, side);
  }

  received(chat, side) {
    return Recorder.#at(this.#received, chat, side);
  }
}
