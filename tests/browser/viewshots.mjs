// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the forms, files and what is asked afterwards, on a desk and a phone, dark and in
// Arabic: to be looked at. npm run screenshots takes them, too.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { FileServer } from "./support/fileserver.mjs";
import { answersInPlace, attribute, hearsOfQueue, pageWith, takesMail } from "./support/pages.mjs";
import { Shop } from "./support/shop.mjs";

const folder = process.env.TANDEM_SCREENSHOTS ?? "screenshots";
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const looks = [
  { name: "desktop", options: desktop, lang: "en", theme: "light" },
  { name: "dark", options: desktop, lang: "de", theme: "dark" },
  { name: "phone", options: phone, lang: "en", theme: "light" },
  { name: "arabic", options: phone, lang: "ar", theme: "dark" },
];
const fields = [
  { name: "firstName", required: true },
  { name: "lastName", required: true },
  {
    name: "order",
    label: { en: "Order number", de: "Bestellnummer", ar: "رقم الطلب" },
    required: true,
  },
  {
    name: "reason",
    label: { en: "Reason", de: "Anliegen", ar: "السبب" },
    type: "select",
    options: ["Delivery", "Returns"],
  },
  {
    name: "terms",
    label: { en: "I agree to the terms", de: "Ich stimme zu", ar: "أوافق على الشروط" },
    type: "checkbox",
    required: true,
  },
  { name: "text" },
];

for (const { name, options, lang, theme } of looks) {
  test(`views-${name}`, async (t) => {
    await mkdir(folder, { recursive: true });
    const shop = await Shop.open(t);
    const customer = await shop.customer(options);
    const take = (part) =>
      customer.page.screenshot({ path: join(folder, `widget-${part}-${name}.png`) });
    const opens = async (attributes) => {
      await pageWith(customer, `${attributes} data-theme="${theme}"`, lang);
      await customer.opensWidget();
    };
    await opens(attribute("data-fields", JSON.stringify(fields)));
    await customer.page.locator("tandem-start-form [type=submit]").click();
    await take("fields");
    const context = customer.context;
    await hearsOfQueue(customer, { isOpen: false });
    await takesMail(customer);
    await opens('data-offline="on"');
    await customer.page.locator("tandem-offline form").waitFor();
    await take("offline");
    const values = ["Ana", "Silva", "ana@shop.example", "Shoes"];
    for (const [at, value] of values.entries()) {
      await customer.page.locator("tandem-offline input").nth(at).fill(value);
    }
    await customer.page.locator("tandem-offline textarea").fill("Where are they?");
    await customer.page.locator("tandem-offline [type=submit]").click();
    await customer.page.locator("tandem-offline .sent").waitFor();
    await take("offline-sent");

    await context.unroute("**/genesys/1/statistic/ewt*");
    const server = await FileServer.inFrontOf(customer);
    await answersInPlace(customer, "survey", [{ status: 503 }]);
    await opens('data-mail="on"');
    await customer.fillsForm({ email: "maria@shop.example", question: "Hello, my shoes!" });
    const agent = await shop.agentAccepts();
    await agent.says("Good day, do you have a picture?");
    const sent = { "file-id": "f1", "file-name": "shoe.png", "file-size": "1204000" };
    const preview = { ...sent, "file-preview": "true" };
    await customer.page.locator("tandem-composer .attach").waitFor();
    await server.tellsOf(customer, 101, "Client", "Maria", preview);
    const theirs = { "file-id": "f2", "file-name": "Return label 88213.pdf", "file-size": "52300" };
    await server.tellsOf(customer, 102, "Agent", shop.agentName, theirs);
    server.holdsUploads();
    const file = (title) => ({ name: title, mimeType: "image/png", buffer: Buffer.alloc(900_000) });
    const input = customer.page.locator("tandem-composer [type=file]");
    await input.setInputFiles([file("the other side of it.png"), file("run.exe")]);
    await customer.page.locator("tandem-uploads li").nth(1).waitFor();
    await customer.page.locator("tandem-file canvas:not([hidden])").waitFor();
    await take("files");
    await agent.ends();
    await customer.page.locator("tandem-aftercare legend").waitFor();
    await customer.page.locator("tandem-aftercare input").nth(3).check();
    await take("survey");
    await customer.page.locator("tandem-aftercare [type=submit]").click();
    await customer.page.locator("tandem-aftercare .ask").click();
    await customer.page.locator("tandem-aftercare #email").waitFor();
    await take("survey-failed");
  });
}
