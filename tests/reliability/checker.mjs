// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what was acknowledged and received with what the store holds.

function positions(list) {
  const found = new Map();
  list.forEach((text, at) => found.set(text, [...(found.get(text) ?? []), at]));
  return found;
}

/** Texts of `list` that come earlier than one they were said after. */
function outOfOrder(order, places) {
  const wrong = [];
  let last = -1;
  for (const text of order) {
    const at = places.get(text)?.[0];
    if (at === undefined) {
      continue;
    }
    if (at < last) {
      wrong.push(text);
    }
    last = Math.max(last, at);
  }
  return wrong;
}

/** The findings where there is nothing to find. */
export const nothing = {
  lost: [],
  doubled: [],
  reordered: [],
  unheard: [],
  misplaced: [],
  givenUp: [],
};

/**
 * One conversation. stored: its events as the server gives them after its last start.
 * Gives { lost, doubled, reordered, unheard, misplaced, givenUp }: lists of texts.
 * lost: acknowledged, or shown to the other side, and not stored, or the chat itself. unheard:
 * stored, and never received by the other side. misplaced: stored at another index than was
 * acknowledged. givenUp: said again and again, and never acknowledged.
 */
export function findings(recorder, chat, stored) {
  const messages = stored.filter((event) => event.type === "Message");
  const places = positions(messages.map((event) => event.text));
  const indexes = new Map(messages.map((event) => [event.text, event.index]));
  const result = structuredClone(nothing);
  result.lost.push(...(stored.length === 0 ? [`chat ${chat}`] : []));
  result.givenUp.push(...recorder.givenUp(chat).map(({ text }) => text));
  result.doubled.push(...[...places].filter(([, at]) => at.length > 1).map(([text]) => text));
  for (const [side, other] of [["customer", "agent"], ["agent", "customer"]]) {
    const acknowledged = recorder.sent(chat, side).filter((record) => record.acknowledged);
    const order = acknowledged.map((record) => record.text);
    result.lost.push(...order.filter((text) => !places.has(text)));
    result.reordered.push(...outOfOrder(order, places));
    const wrong = ({ text, index }) => index !== null && indexes.get(text) !== index;
    result.misplaced.push(...acknowledged.filter(wrong).map((record) => record.text));
    const received = recorder.received(chat, other);
    const heard = positions(received);
    result.lost.push(...received.filter((text) => !places.has(text)));
    result.doubled.push(...[...heard].filter(([, at]) => at.length > 1).map(([text]) => text));
    result.reordered.push(...outOfOrder(order, heard));
    result.unheard.push(...order.filter((text) => places.has(text) && !heard.has(text)));
  }
  const gap = stored.findIndex((event, at) => event.index !== at + 1);
  if (gap >= 0) {
    result.misplaced.push(`index ${stored[gap].index} at place ${gap + 1}`);
  }
  return result;
}

/** All conversations: the lists of each kind joined. stored: Map of chat -> events. */
export function allFindings(recorder, stored) {
  const sum = structuredClone(nothing);
  for (const [chat, events] of stored) {
    const found = findings(recorder, chat, events);
    Object.keys(sum).forEach((kind) => sum[kind].push(...new Set(found[kind])));
  }
  return sum;
}
