// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatAnswer, StartRequest } from "../protocol.js";
import type { StartForm } from "./record.js";

const subjectLength = 100;

export type StartError = "name" | "email" | "question" | "length" | "unavailable" | "refused";

const errors: Readonly<Record<number, StartError>> = {
  102: "name",
  103: "name",
  161: "name",
  104: "question",
  181: "email",
  182: "question",
  364: "email",
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
  const words = form.question.replace(/\s+/g, " ").trim().slice(0, subjectLength);
  // The key of the chat is made from it: half a character would not arrive alike on all ways.
  const subject = words.replace(/[\uD800-\uDBFF]$/, "");
  return {
    operation: "requestChat",
    nickname: form.name,
    ...(form.email ? { emailAddress: form.email } : {}),
    ...(form.question ? { subject, text: form.question } : {}),
    userData,
    clientMessageId: key,
  };
}
