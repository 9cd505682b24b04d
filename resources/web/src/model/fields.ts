// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields a form has, as a page or the server's queue wants it, and what is wrong with what
// was written into them.
import type { StartForm } from "./record.js";

export const fieldTypes = [
  "text",
  "email",
  "tel",
  "number",
  "select",
  "checkbox",
  "textarea",
] as const;
export type FieldType = (typeof fieldTypes)[number];

export interface Field {
  /** One of the API's, or the key of the attached data. */
  readonly name: string;
  /** In the customer's language; empty: the widget's own word for a field of the API. */
  readonly label: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly pattern: string;
  readonly maxLength: number;
}

/** What is written, by the names of the fields; a ticked box is "true". */
export type Values = Readonly<Record<string, string>>;
export type Wrong = "nameMissing" | "emailMissing" | "emailWrong" | "emailInvalid" | "boxMissing"
  | "fieldMissing" | "fieldInvalid" | "startErrorQuestion";

const mostFields = 30;
const longest = { line: 100, text: 2000 };
const standardTypes: Readonly<Record<string, FieldType>> = {
  nickname: "text",
  firstName: "text",
  lastName: "text",
  emailAddress: "email",
  subject: "text",
  text: "textarea",
};
const address = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/;

export function isStandard(name: string): boolean {
  return Object.hasOwn(standardTypes, name);
}

export function field(name: string, isRequired: boolean, change: Partial<Field> = {}): Field {
  const type = change.type ?? standardTypes[name] ?? "text";
  const maxLength = type === "textarea" ? longest.text : longest.line;
  return { name, label: "", isRequired, options: [], pattern: "", maxLength, ...change, type };
}

/** Of text, or of an object that has one by language; the first where this one is missing. */
function inLanguage(value: unknown, language: string): string {
  if (typeof value === "object" && value !== null) {
    const words = value as Record<string, unknown>;
    return inLanguage(words[language] ?? words["en"] ?? Object.values(words)[0] ?? "", "");
  }
  return typeof value === "string" ? value : "";
}

function optionsOf(value: unknown, language: string): Field["options"] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.map((one) => {
    const { value: own, label } = (typeof one === "object" && one ? one : {}) as Options;
    const words = inLanguage(label ?? one, language);
    return { value: typeof own === "string" ? own : words, label: words };
  });
}

type Options = { readonly value?: unknown; readonly label?: unknown };

function fieldOf(one: unknown, language: string): Field | null {
  const given = (typeof one === "object" && one ? one : {}) as Record<string, unknown>;
  const { name, type, required, maxLength } = given;
  if (typeof name !== "string" || !/^[\w.:-]{1,64}$/.test(name) || name === "__proto__") {
    return null;
  }
  const isLength = typeof maxLength === "number" && maxLength >= 1 && maxLength <= 4000;
  return field(name, required === true, {
    label: inLanguage(given["label"], language),
    ...(fieldTypes.includes(type as FieldType) ? { type: type as FieldType } : {}),
    options: optionsOf(given["options"], language),
    pattern: typeof given["pattern"] === "string" ? given["pattern"] : "",
    ...(isLength ? { maxLength: Math.floor(maxLength) } : {}),
  });
}

/** A page's own list; null where there is none that could be used. */
export function fieldsOf(list: unknown, language: string): readonly Field[] | null {
  let given: unknown = list;
  if (typeof list === "string") {
    try {
      given = JSON.parse(list);
    } catch {
      return null;
    }
  }
  const all: unknown[] = Array.isArray(given) ? given.slice(0, mostFields) : [];
  const good = all.map((one) => fieldOf(one, language)).filter((one): one is Field => one !== null);
  const fields = good.filter(({ name }, at) => good.findIndex((one) => one.name === name) === at);
  return fields.length > 0 ? fields : null;
}

/** The widget's own form, with what the server demands for this queue. */
export function defaultFields(demanded: readonly string[] = []): readonly Field[] {
  const isDemanded = (name: string) => demanded.includes(name);
  const asksBoth = isDemanded("firstName") || isDemanded("lastName");
  const first = field("firstName", isDemanded("firstName") || !isDemanded("lastName"));
  return [
    ...(asksBoth ? [first, field("lastName", isDemanded("lastName"))] : [field("nickname", true)]),
    field("emailAddress", isDemanded("emailAddress")),
    ...(isDemanded("subject") ? [field("subject", true)] : []),
    field("text", isDemanded("text")),
  ];
}

function missing({ name, type }: Field): Wrong {
  if (type === "checkbox") {
    return "boxMissing";
  }
  const words: Record<string, Wrong> = {
    nickname: "nameMissing",
    emailAddress: "emailMissing",
    fromAddress: "emailMissing",
    text: "startErrorQuestion",
  };
  return words[name] ?? "fieldMissing";
}

function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(value);
  } catch {
    return true; // the page's mistake, which the customer could do nothing about
  }
}

export function wrongOf(field: Field, written: string): Wrong | null {
  const value = written.trim();
  if (value === "" || (field.type === "checkbox" && value !== "true")) {
    return field.isRequired ? missing(field) : null;
  }
  if (field.type === "email" && !address.test(value)) {
    return field.isRequired ? "emailWrong" : "emailInvalid";
  }
  const isNumber = field.type !== "number" || Number.isFinite(Number(value));
  const isShort = value.length <= field.maxLength;
  const isGood = isNumber && isShort && (field.pattern === "" || fits(field.pattern, value));
  return isGood ? null : "fieldInvalid";
}

export function wrongIn(fields: readonly Field[], values: Values): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = {};
  for (const one of fields) {
    const found = wrongOf(one, values[one.name] ?? "");
    if (found) {
      wrong[one.name] = found;
    }
  }
  return wrong;
}

const own = { nickname: "name", emailAddress: "email", text: "question" } as const;

/** guest: the name of who has not been asked for one. */
export function formOfValues(values: Values, guest: string): StartForm {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!(name in own) && value.trim() !== "") {
      fields[name] = value.trim();
    }
  }
  const { nickname = "", emailAddress = "", text = "" } = values;
  const isNamed = fields["firstName"] || fields["lastName"];
  return {
    name: nickname.trim() || (isNamed ? "" : guest),
    email: emailAddress.trim(),
    question: text.trim(),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

export function valuesOf({ name, email, question, fields = {} }: StartForm): Values {
  return { ...fields, nickname: name, emailAddress: email, text: question };
}
