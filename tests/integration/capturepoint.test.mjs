// SPDX-License-Identifier: GPL-3.0-or-later
// The SOAP capture point, spoken to by a client that knows nothing but its WSDL.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { MediaSource } from "../support/openmedia.mjs";
import { sourceFolder } from "../support/programs.mjs";
import { run } from "../support/server.mjs";

const script = join(sourceFolder, "tests/support/soapclient.py");
// Debian's own, which has the packages of installer/packages.txt.
const python = "/usr/bin/python3";
const token = "a-token-of-good-length";

class SoapClient {
  constructor(t, url, options = {}) {
    this.t = t;
    this.wsdl = `${url}/Genesys/Interaction/support/WebServiceCapturePoint?wsdl`;
    this.options = options;
  }

  /** calls: [operation, parameters] each; gives their answers, or null where there is no zeep. */
  async calls(...list) {
    const { token: secret, version } = this.options;
    const extra = secret ? ["--token", secret] : [];
    extra.push("--version", version ?? "11");
    const input = JSON.stringify(list.map(([name, parameters]) => [name, parameters ?? {}]));
    const { code, output, errors } = await run(python, [script, this.wsdl, ...extra], { input });
    if (code === 77) {
      this.t.skip("python3-zeep is not installed; installer/setup does it");
      return null;
    }
    assert.equal(code, 0, errors);
    return JSON.parse(output);
  }
}

const text = (key, value) => ({ key, value: { ValueString: value } });
/** The client leaves a structure out where it has but one member. */
const pairs = (list) =>
  Object.fromEntries(
    (list.kvitem ?? list).map(({ key, value }) => [key, value.ValueString ?? value.ValueList]),
  );
const idOf = (answer) => pairs(answer.result).InteractionId;
const task = (externalId, more = {}) => ({ MediaType: "task", ExternalId: externalId, ...more });

async function scene(t, options = {}) {
  const company = await Company.open(t, options);
  const client = new SoapClient(t, company.server.url);
  return { company, client, source: new MediaSource(company.server.url) };
}

for (const version of ["11", "12"]) {
  test(`a client made from the WSDL does all that there is, SOAP 1.${version[1]}`, async (t) => {
    const { company, source } = await scene(t);
    const client = new SoapClient(t, company.server.url, { version });
    const list = { key: "list", value: { ValueList: { kvitem: [text("inner", "<&>")] } } };
    const number = { key: "n", value: { ValueInt: 7 } };
    const userData = { kvitem: [text("Subject", "Tax"), number, list] };
    const ref = { ExternalId: "soap-1" };
    const change = {
      Changed: { kvitem: [text("n", "8")] },
      Deleted: { kvitem: [text("list.inner", "")] },
    };
    const answers = await client.calls(
      ["Ping"],
      ["Submit", task("soap-1", { TenantId: 101, UserData: userData, Hold: true })],
      ["Submit", task("soap-1", { TenantId: 101, UserData: userData, Hold: true })],
      ["GetInfo", ref],
      ["Resume", ref],
      ["Hold", { ...ref, ReasonSystemName: "later" }],
      ["Update", { ...ref, ...change }],
      ["GetInfo", ref],
      ["Stop", ref],
      ["Stop", ref],
      ["GetInfo", ref],
    );
    if (!answers) {
      return;
    }
    for (const answer of answers) {
      assert.equal(answer.fault, undefined, JSON.stringify(answer.fault));
    }
    const [ping, first, second, held, , , , updated, , , stopped] = answers;
    assert.equal(pairs(ping.result.PingInfo).State, "ok");
    assert.equal(idOf(first), idOf(second));
    const info = (answer) => pairs(answer.result.InteractionProperties ?? answer.result);
    assert.equal(info(held).IsHeld, "1");
    assert.equal(info(held).InteractionState, "queued");
    const data = { Subject: "Tax", n: "7", "list.inner": "<&>" };
    assert.deepEqual(pairs(info(held).UserData), data);
    assert.deepEqual(pairs(info(updated).UserData), { Subject: "Tax", n: "8" });
    assert.equal(info(stopped).InteractionState, "done");
    assert.equal((await source.knows(idOf(first))).subject, "Tax");
  });
}

test("what is held is offered when it is resumed, and not before", async (t) => {
  const { company, client } = await scene(t);
  const alice = await company.agent("alice");
  const submitted = await client.calls(["Submit", task("held", { Hold: true })]);
  if (!submitted) {
    return;
  }
  assert.equal(await alice.hasHeard("interaction.offered"), false);
  await client.calls(["Resume", { ExternalId: "held" }]);
  await alice.accepts(idOf(submitted[0]));
  const [hold] = await client.calls(["Hold", { ExternalId: "held" }]);
  assert.equal(hold.fault.ErrorCode, "4");
});

test("faults say what is wrong, with the vendor's codes", async (t) => {
  const { client } = await scene(t);
  const answers = await client.calls(
    ["Hold", {}],
    ["GetInfo", { ExternalId: "unknown" }],
    ["GetInfo", { InteractionId: "0000000000001" }],
    ["Submit", { ExternalId: "no-medium" }],
    ["Submit", task("x", { Queue: "nosuch" })],
    ["Submit", task("x", { ParentInteractionId: "0000000000001" })],
  );
  if (!answers) {
    return;
  }
  assert.deepEqual(
    answers.map(({ fault }) => fault?.ErrorCode),
    ["2", "43", "43", "2", "3", "3"],
  );
  assert.equal(answers[0].fault.ErrorDescription, "Missing InteractionId or ExternalId");
  assert.match(answers[4].fault.ErrorDescription, /nosuch/);
});

test("the WSDL is read by whoever may, with the token where there is one", async (t) => {
  const company = await Company.open(t, { config: { capture: { token } } });
  const client = new SoapClient(t, company.server.url, { token });
  const answers = await client.calls(["Submit", task("t")]);
  if (answers) {
    assert.ok(idOf(answers[0]));
  }
  assert.equal((await fetch(client.wsdl)).status, 401);
  assert.doesNotMatch(company.server.log, new RegExp(token));
});
