// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatAnswer, StartRequest } from "../protocol.js";
import type { StartForm } from "./record.js";

const subjectLength = 100;

/** A field, by its name in the API, that is missing or wrong; or what else is the matter. */
export type StartError =
  | { readonly field: string; readonly isMissing: boolean }
  | "length"
  | "unavailable"
  | "refused";

const missing = (field: string): StartError => ({ field, isMissing: true });
const errors: Readonly<Record<number, StartError>> = {
  102: missing("firstName"),
  103: missing("lastName"),
  161: missing("nickname"),
  104: missing("subject"),
  181: missing("emailAddress"),
  182: missing("text"),
  364: { field: "emailAddress", isMissing: false },
  204: "length",
  240: "unavailable",
};

export function startErrorOf(answer: ChatAnswer): StartError {
  return errors[answer.errors?.[0]?.code ?? 0] ?? "refused";
}

export function startRequest(
  form: StartForm,
  key: string,
  userData: Readonly<Record<string, string>>,
): StartRequest {
  const { subject: ownSubject, firstName, lastName, ...attached } = form.fields ?? {};
  const words = form.question.replace(/\s+/g, " ").trim().slice(0, subjectLength);
  // The key of the chat is made from it: half a character would not arrive alike on all ways.
  const subject = ownSubject || words.replace(/[\uD800-\uDBFF]$/, "");
  return {
    operation: "requestChat",
    ...(form.name ? { nickname: form.name } : {}),
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    ...(form.email ? { emailAddress: form.email } : {}),
    ...(subject ? { subject } : {}),
    ...(form.question ? { text: form.question } : {}),
    userData: { ...userData, ...attached },
    clientMessageId: key,
  };
}
