// SPDX-License-Identifier: GPL-3.0-or-later
// A customer in a real browser at the demo shop.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const arguments_ = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser() {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.TANDEM_CHROMIUM ?? "/usr/bin/chromium",
    args: isRoot ? ["--no-sandbox", ...arguments_] : arguments_,
  });
}

/** A bundle that the server does not have yet may be tried: TANDEM_WIDGET_FILE names it. */
async function useOwnWidget(context) {
  const path = process.env.TANDEM_WIDGET_FILE;
  if (path) {
    const contentType = "text/javascript";
    await context.route("**/widget/tandem.js", (route) => route.fulfill({ path, contentType }));
  }
}

export class Customer {
  /** What the page complained of: errors, and refusals of its Content-Security-Policy. */
  complaints = [];
  /** What the page has sent over WebSockets. */
  framesSent = [];

  static async visits(browser, url, { path = "/demo/", ...options } = {}) {
    const customer = new Customer();
    const usual = { locale: "en-GB", reducedMotion: "reduce" };
    customer.context = await browser.newContext({ ...usual, ...options });
    customer.context.setDefaultTimeout(20_000);
    await useOwnWidget(customer.context);
    customer.page = await customer.context.newPage();
    customer.page.on("pageerror", (error) => customer.complaints.push(String(error)));
    customer.page.on("console", (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) {
        customer.complaints.push(message.text());
      }
    });
    customer.page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => customer.framesSent.push(String(payload)));
    });
    customer.page.on("dialog", (dialog) => {
      customer.complaints.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    customer.home = url;
    const answer = await customer.page.goto(url + path);
    customer.policy = (await answer.allHeaders())["content-security-policy"];
    return customer;
  }

  get launcher() {
    return this.page.locator("tandem-chat .launcher");
  }

  get panel() {
    return this.page.locator("tandem-chat .panel");
  }

  get messageField() {
    return this.page.locator("tandem-composer textarea");
  }

  async opensWidget() {
    await this.launcher.click();
    await this.panel.waitFor();
  }

  async begins({ name = "Maria Lopez", email = "", question = "" } = {}) {
    await this.opensWidget();
    await this.fillsForm({ name, email, question });
    await this.messageField.waitFor();
  }

  async fillsForm({ name = "Maria Lopez", email = "", question = "" } = {}) {
    await this.page.locator("tandem-start-form #name").fill(name);
    await this.page.locator("tandem-start-form #email").fill(email);
    await this.page.locator("tandem-start-form #question").fill(question);
    await this.page.locator("tandem-start-form button[type=submit]").click();
  }

  async writes(text) {
    await this.messageField.fill(text);
    await this.messageField.press("Enter");
  }

  /** Writes, and waits until the server has it. */
  async says(text) {
    await this.writes(text);
    await this.page.locator("tandem-transcript .row.sent", { hasText: text }).waitFor();
  }

  row(text) {
    return this.page.locator("tandem-transcript .row", { hasText: text });
  }

  sees(text) {
    return this.page.locator("tandem-transcript .log > *", { hasText: text }).first().waitFor();
  }

  seesTyping(text) {
    return this.page.locator("tandem-transcript .typing", { hasText: text }).waitFor();
  }

  seesNobodyType() {
    return this.page.locator("tandem-transcript .typing", { hasText: /^$/ }).waitFor();
  }

  /** Bubbles from the top: "You: ..." or "<agent>: ...". */
  bubbles() {
    return this.page.locator("tandem-transcript .bubble").allTextContents();
  }

  minimises() {
    return this.page.locator("tandem-chat button.minimise").click();
  }

  async ends() {
    await this.page.locator("tandem-chat button.close").click();
    await this.page.locator("tandem-chat .confirm .danger").click();
  }

  hasNothingToComplainOf() {
    assert.deepEqual(this.complaints, []);
  }

  leaves() {
    return this.context.close();
  }
}
