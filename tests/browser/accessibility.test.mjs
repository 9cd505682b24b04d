// SPDX-License-Identifier: GPL-3.0-or-later
// The widget by keyboard, and as assistive technology finds it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, focused } from "./support/axe.mjs";
import { Shop } from "./support/shop.mjs";

for (const colorScheme of ["light", "dark"]) {
  test(`nothing to find for axe in any state, ${colorScheme}`, async (t) => {
  const shop = await Shop.open(t);
    const customer = await shop.customer({ colorScheme, path: "/demo/" });
    await customer.page
      .locator("tandem-chat")
      .evaluate((widget) => widget.setAttribute("theme", "auto"));
    assert.deepEqual(await findings(customer), [], "launcher");
    await customer.opensWidget();
    await customer.fillsForm({ name: "" });
    assert.deepEqual(await findings(customer), [], "form");
    await customer.fillsForm({ question: "Hello" });
    const agent = await shop.agentAccepts();
    await agent.says("Good day");
    await agent.types();
    await customer.seesTyping(`${shop.agentName}`);
    assert.deepEqual(await findings(customer), [], "conversation");
    await customer.page.locator("tandem-chat button.close").click();
    assert.deepEqual(await findings(customer), [], "confirmation");
    await customer.page.locator("tandem-chat .danger").click();
    await customer.sees("The conversation has ended");
    assert.deepEqual(await findings(customer), [], "ended");
  });
}

test("a whole conversation needs no mouse", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const { keyboard } = customer.page;
  await customer.launcher.focus();
  await keyboard.press("Enter");
  await customer.panel.waitFor();
  assert.equal(await focused(customer), "name");
  await keyboard.type("Maria");
  await keyboard.press("Enter");
  await customer.messageField.waitFor();
  const agent = await shop.agentAccepts();
  assert.equal(await focused(customer), "Write a message");
  await keyboard.type("Hello");
  await keyboard.press("Shift+Enter");
  await keyboard.type(`${shop.agentName}`);
  await keyboard.press("Enter");
  await agent.hears("Hello\nAlice");
  assert.equal(await focused(customer), "Write a message");

  await keyboard.press("Escape");
  await customer.launcher.waitFor();
  assert.equal(await focused(customer), "Open chat");
  await keyboard.press("Enter");
  await customer.messageField.waitFor();
  assert.equal(await focused(customer), "Write a message");

  await customer.page.locator("tandem-chat button.close").focus();
  await keyboard.press("Enter");
  const confirm = customer.page.getByRole("alertdialog", { name: "End this conversation?" });
  await confirm.waitFor();
  assert.equal(await focused(customer), "Keep chatting");
  await keyboard.press("Escape");
  await confirm.waitFor({ state: "detached" });
  assert.equal(await focused(customer), "Write a message");
  await customer.page.locator("tandem-chat button.close").focus();
  await keyboard.press("Enter");
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await customer.sees("The conversation has ended");
  await customer.page.locator("tandem-aftercare legend").waitFor();
  assert.equal(await focused(customer), "rate");
});

test("assistive technology hears messages, typing and unread ones", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  await agent.says("Good day");
  const name = shop.agentName;
  const status = (hasText) => customer.page.getByRole("status").filter({ hasText });
  const log = customer.page.getByRole("log", { name: "Conversation" });
  await log.getByText(`${name}: Good day`).waitFor();
  await agent.types();
  await status(`${name} is typing …`).waitFor();
  await customer.page.getByRole("dialog", { name }).waitFor();
  await customer.minimises();
  await agent.says("Are you there?");
  await status(`${name}: Are you there?`).waitFor();
});

test("fills the screen of a phone, and only there", async (t) => {
  const shop = await Shop.open(t);
  const phone = await shop.customer({ viewport: { width: 390, height: 844 } });
  await phone.opensWidget();
  const box = await phone.panel.boundingBox();
  assert.deepEqual([box.x, box.y, box.width, box.height], [0, 0, 390, 844]);
  const desk = await shop.customer({ viewport: { width: 1280, height: 800 } });
  await desk.opensWidget();
  const { width, height } = await desk.panel.boundingBox();
  assert.ok(width < 400 && height < 700, `${width} x ${height}`);
});
