// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is asked, and may ask for, once a conversation has ended.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, focused } from "./support/axe.mjs";
import { answersInPlace, pageWith } from "./support/pages.mjs";
import { Shop } from "./support/shop.mjs";

const survey = (customer) => customer.page.locator("tandem-aftercare form.survey");

/** At the end of a conversation on a page with these attributes of the script. */
async function ended(t, attributes = "", { lang = "en", ...options } = {}) {
  const shop = await Shop.open(t);
  const customer = await shop.customer(options);
  await pageWith(customer, attributes, lang);
  await customer.begins({ email: "maria@shop.example", question: "Hello" });
  const agent = await shop.agentAccepts();
  return { shop, customer, agent };
}

test("a conversation that has ended is rated, by the keyboard alone", async (t) => {
  const { customer, agent } = await ended(t);
  const asked = await answersInPlace(customer, "survey");
  await agent.ends();
  await survey(customer).waitFor();
  assert.equal(await focused(customer), "rate");
  const { keyboard } = customer.page;
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await keyboard.press("ArrowRight");
  assert.equal(await focused(customer), "2");
  await keyboard.press("Tab");
  await keyboard.type("It took too long.");
  await customer.page.reload();
  assert.equal(await survey(customer).locator("textarea").inputValue(), "It took too long.");
  await survey(customer).getByRole("radio", { name: "5, Very good" }).check();
  await survey(customer).getByRole("button", { name: "Send" }).click();
  await customer.page.getByText("Thank you for your answer.").waitFor();
  const [{ score, comment, secureKey }] = asked;
  assert.deepEqual([score, comment], ["5", "It took too long."]);
  assert.ok(secureKey.length > 15, secureKey);
  await customer.page.reload();
  await customer.page.getByText("Thank you for your answer.").waitFor();
  customer.hasNothingToComplainOf();
});

test("a rating needs a number; what cannot be sent is kept, and says so", async (t) => {
  const { customer } = await ended(t);
  const answers = await answersInPlace(customer, "survey", [{ status: 503 }, { code: 240 }, {}]);
  await customer.ends();
  const send = survey(customer).getByRole("button", { name: "Send" });
  await survey(customer).locator("textarea").fill("Fine");
  await send.click();
  await customer.page.getByText("Please choose a number from 1 to 5.").waitFor();
  await survey(customer).getByRole("radio", { name: "4" }).check();
  await send.click();
  await customer.page.getByRole("alert").filter({ hasText: "Nothing is lost" }).waitFor();
  assert.equal(await survey(customer).locator("textarea").inputValue(), "Fine");
  await send.click();
  await customer.page.getByRole("alert").filter({ hasText: "It is too late" }).waitFor();
  await send.click();
  await customer.page.getByText("Thank you for your answer.").waitFor();
  assert.equal(answers.length, 3);
});

test("a survey can be skipped, and is not there where the page wants none", async (t) => {
  const { customer, shop } = await ended(t);
  await customer.ends();
  await survey(customer).getByRole("button", { name: "Skip" }).click();
  assert.equal(await focused(customer), "Start a new conversation");
  assert.equal(await customer.page.locator("tandem-aftercare").count(), 0);
  const other = await shop.customer();
  await pageWith(other, 'data-survey="off"');
  await other.begins();
  await other.ends();
  await other.sees("The conversation has ended");
  assert.equal(await other.page.locator("tandem-aftercare").count(), 0);
});

test("the transcript goes to the address that the form had, or another one", async (t) => {
  const { customer } = await ended(t, 'data-survey="off" data-mail="on"');
  const asked = await answersInPlace(customer, "mailTranscript", [{ code: 364 }, {}]);
  await customer.ends();
  await customer.page.getByRole("button", { name: "Transcript by e-mail" }).click();
  const address = customer.page.getByRole("textbox", { name: "E-mail" });
  assert.equal(await address.inputValue(), "maria@shop.example");
  const send = customer.page.locator("tandem-aftercare").getByRole("button", { name: "Send" });
  await address.fill("maria");
  await send.click();
  await customer.page.getByText("Please enter a valid e-mail address.").waitFor();
  assert.equal(asked.length, 0);
  await address.fill("maria@other.example");
  await send.click();
  await customer.page.getByText("Please enter a valid e-mail address.").waitFor();
  await send.click();
  await customer.page.getByText("on its way to maria@other.example").waitFor();
  assert.equal(asked.at(-1).emailAddress, "maria@other.example");
  customer.hasNothingToComplainOf();
});

for (const [colorScheme, lang] of [["light", "de"], ["dark", "ar"]]) {
  test(`nothing to find for axe after the end, ${colorScheme}, ${lang}`, async (t) => {
    const attributes = 'data-mail="on" data-theme="auto"';
    const { customer } = await ended(t, attributes, { lang, colorScheme });
    await customer.ends();
    await survey(customer).locator("[type=submit]").click();
    await customer.page.locator("tandem-aftercare .ask").click();
    await customer.page.locator("tandem-aftercare #email").waitFor();
    assert.deepEqual(await findings(customer), []);
  });
}
