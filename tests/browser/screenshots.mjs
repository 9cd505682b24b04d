// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the widget for the documentation: npm run screenshots (in tests/), into
// the folder that TANDEM_SCREENSHOTS names.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { givesPortrait } from "./support/portrait.mjs";
import { Shop } from "./support/shop.mjs";

const folder = process.env.TANDEM_SCREENSHOTS ?? "screenshots";

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const english = {
  question: "Hi! I ordered running shoes two weeks ago and they still have not arrived.",
  answers: [
    "Good afternoon Maria, I am sorry to hear that. Let me look it up for you right away.",
    "Is it the order from 8 November?",
  ],
  reply: "Yes, that one. Number 88213.",
};
const german = {
  question: "Guten Tag! Meine Laufschuhe sind nach zwei Wochen noch nicht da.",
  answers: [
    "Guten Tag Maria, das tut mir leid. Ich sehe gleich nach.",
    "Ist es die vom 8. November?",
  ],
  reply: "Ja, genau. Nummer 88213.",
};

const pictures = [
  { name: "widget-desktop", options: desktop, words: english },
  { name: "widget-phone", options: phone, words: english },
  { name: "widget-german", options: { ...desktop, path: "/demo/de.html" }, words: german },
];

for (const { name, options, words } of pictures) {
  test(name, async (t) => {
    await mkdir(folder, { recursive: true });
    const shop = await Shop.open(t);
    const customer = await shop.customer(options);
    await givesPortrait(customer.page, shop.agent);
    const take = (part) => customer.page.screenshot({ path: join(folder, `${name}${part}.png`) });
    await customer.opensWidget();
    await take("-form");
    await customer.fillsForm({ question: words.question });
    const agent = await shop.agentAccepts();
    for (const answer of words.answers) {
      await agent.says(answer);
    }
    await customer.sees(words.answers.at(-1));
    await customer.says(words.reply);
    await agent.types();
    await customer.seesTyping(shop.agentName);
    await customer.page.locator("tandem-chat .head .avatar img").waitFor();
    await take("");
  });
}

test("widget-waiting", async (t) => {
  await mkdir(folder, { recursive: true });
  const shop = await Shop.open(t);
  // Somebody is answered first, so that there is a wait to tell of.
  const before = await shop.customer();
  await before.begins();
  await (await shop.agentAccepts()).ends();
  for (let i = 0; i < 2; i += 1) {
    await (await shop.customer()).begins();
  }
  const customer = await shop.customer(desktop);
  await customer.begins({ question: english.question });
  await customer.page.locator("tandem-transcript .place", { hasText: "You are number" }).waitFor();
  await customer.page.screenshot({ path: join(folder, "widget-waiting.png") });
});
