// SPDX-License-Identifier: GPL-3.0-or-later
// A message that is left by the web form of the e-mail API.

const patienceMs = 20_000;

export interface Mail {
  readonly firstName: string;
  readonly lastName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
}

const fields: Readonly<Record<number, keyof Mail>> = {
  102: "firstName",
  103: "lastName",
  104: "subject",
  181: "fromAddress",
  182: "text",
  364: "fromAddress",
};

/** "sent", "failed", or which field the server refuses. */
export type MailOutcome = "sent" | "failed" | { readonly field: keyof Mail };

export function mailForm(mail: Mail, userData: Readonly<Record<string, string>>): URLSearchParams {
  const form = new URLSearchParams({ ...mail });
  // One field for each, unlike in chats.
  Object.entries(userData).forEach(([key, value]) => form.append("userData", `${key}=${value}`));
  return form;
}

export function mailOutcome(answer: unknown): MailOutcome {
  const { statusCode, errors } = (answer ?? {}) as {
    statusCode?: unknown;
    errors?: readonly { readonly code?: number }[];
  };
  if (statusCode === 0) {
    return "sent";
  }
  const field = fields[errors?.[0]?.code ?? 0];
  return field ? { field } : "failed";
}

export async function leaveMail(
  address: string,
  mail: Mail,
  userData: Readonly<Record<string, string>>,
): Promise<MailOutcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const body = mailForm(mail, userData);
    const { signal } = abort;
    const answer = await fetch(address, { method: "POST", body, credentials: "omit", signal });
    return mailOutcome(await answer.json());
  } catch {
    return "failed";
  } finally {
    clearTimeout(timer);
  }
}
