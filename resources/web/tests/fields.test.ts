// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultFields, field, fieldsOf, formOfValues, valuesOf } from "../src/model/fields.js";
import { wrongIn, wrongOf } from "../src/model/fields.js";
import { startErrorOf, startRequest } from "../src/model/start.js";

const names = (fields: readonly { name: string }[] | null) => fields?.map(({ name }) => name);

test("a page's list is read, in the customer's language; what is no field is left out", () => {
  const list = JSON.stringify([
    { name: "firstName", required: true },
    { name: "order", label: { en: "Order number", de: "Bestellnummer" }, pattern: "\\d{5}" },
    { name: "reason", type: "select", options: ["Delivery", { value: "r", label: "Rück" }] },
    { name: "order", label: "again" },
    { name: "two words" },
    { name: "__proto__" },
    { type: "text" },
    "text",
    null,
    { name: "terms", type: "nonsense", maxLength: -1 },
  ]);
  const fields = fieldsOf(list, "de");
  assert.deepEqual(names(fields), ["firstName", "order", "reason", "terms"]);
  assert.equal(fields?.[1]?.label, "Bestellnummer");
  assert.equal(fieldsOf(list, "ja")?.[1]?.label, "Order number");
  const options = [
    { value: "Delivery", label: "Delivery" },
    { value: "r", label: "Rück" },
  ];
  assert.deepEqual(fields?.[2]?.options, options);
  assert.deepEqual([fields?.[3]?.type, fields?.[3]?.maxLength], ["text", 100]);
  assert.deepEqual(names(fieldsOf([{ name: "text" }], "en")), ["text"]);
});

test("a list that cannot be used is none", () => {
  for (const list of [undefined, "", "{", "[]", "{}", [{}], 7]) {
    assert.equal(fieldsOf(list, "en"), null, String(list));
  }
});

test("the widget's own form has what the queue demands", () => {
  assert.deepEqual(names(defaultFields()), ["nickname", "emailAddress", "text"]);
  const all = defaultFields(["firstName", "lastName", "emailAddress", "subject", "text"]);
  const expected = ["firstName", "lastName", "emailAddress", "subject", "text"];
  assert.deepEqual(names(all), expected);
  assert.ok(all.every(({ isRequired }) => isRequired));
  const last = defaultFields(["lastName"]).map(({ name, isRequired }) => [name, isRequired]);
  assert.deepEqual(last.slice(0, 2), [["firstName", false], ["lastName", true]]);
});

test("what is wrong is told by field", () => {
  const fields = [
    field("nickname", true),
    field("emailAddress", false),
    field("text", true),
    field("terms", true, { type: "checkbox" }),
    field("order", false, { pattern: "\\d{5}" }),
    field("pairs", false, { type: "number" }),
    field("size", true, { type: "select" }),
    field("note", false, { maxLength: 3 }),
    field("odd", false, { pattern: "(" }),
  ];
  const values = { nickname: " ", emailAddress: "maria@", terms: "false", order: "123456" };
  assert.deepEqual(wrongIn(fields, { ...values, pairs: "two", note: "long", odd: "x" }), {
    nickname: "nameMissing",
    emailAddress: "emailInvalid",
    text: "startErrorQuestion",
    terms: "boxMissing",
    order: "fieldInvalid",
    pairs: "fieldInvalid",
    size: "fieldMissing",
    note: "fieldInvalid",
  });
  assert.equal(wrongOf(field("emailAddress", true), "a@b"), null);
  assert.equal(wrongOf(field("emailAddress", true), "a@b@c"), "emailWrong");
});

test("names of the API go to its fields, all others to the attached data", () => {
  const form = formOfValues({ firstName: "Ana", lastName: " ", text: "Hi", order: "88213" }, "");
  assert.deepEqual(form.fields, { firstName: "Ana", order: "88213" });
  assert.equal(valuesOf(form)["order"], "88213");
  assert.deepEqual(startRequest(form, "key", { TimeZone: "60" }), {
    operation: "requestChat",
    firstName: "Ana",
    subject: "Hi",
    text: "Hi",
    userData: { TimeZone: "60", order: "88213" },
    clientMessageId: "key",
  });
  const { nickname } = startRequest(formOfValues({ order: "1" }, "Customer"), "key", {});
  assert.equal(nickname, "Customer");
});

test("codes of the server mean a field", () => {
  const told = (code: number) => startErrorOf({ statusCode: 2, errors: [{ code }] });
  const missing = [102, 103, 104, 161, 181, 182].map((code) => {
    const error = told(code);
    return typeof error === "object" && error.isMissing && error.field;
  });
  const fields = ["firstName", "lastName", "subject", "nickname", "emailAddress", "text"];
  assert.deepEqual(missing, fields);
  assert.deepEqual(told(364), { field: "emailAddress", isMissing: false });
  assert.equal(told(100), "refused");
});
