// SPDX-License-Identifier: GPL-3.0-or-later
// S4: hostile texts in all that a widget is told of others besides messages: names, files, pages,
// notices, cards, answers to click, pictures; and what it makes of them afterwards.
import { readFile } from "node:fs/promises";
import { FileServer } from "../browser/support/fileserver.mjs";
import { pageWith } from "../browser/support/pages.mjs";
import { Watch } from "./scriptwatch.mjs";
import { bare, partsOf, Shapes, widePartsOf } from "./widgetshape.mjs";

const atATime = 50;
// What the events below make; the last one is that of the answers to click, or that it has ended.
const rowsOfAText = 14;
export const harmless = [
  "Plain words", "https://shop.example/some/page?of=it", "http://shop.example/", "12 €",
];

/** Every event with a text that somebody chose, in the order in which they are told. */
function eventsWith(text) {
  const agent = { type: "Agent", nickname: text, participantId: 2 };
  const company = { type: "External", nickname: text, participantId: 3 };
  const customer = { type: "Client", nickname: text, participantId: 1 };
  const file = { "file-id": text, "file-name": text, "file-type": text, "file-preview": "true" };
  // By https a card shows the picture that the strategy names: that is no fault.
  const image = /^\s*https:/i.test(text) ? "" : text;
  const card = { title: text, text, image, link: text, linkText: text };
  const shop = "https://shop.example/";
  const linked = { ...card, link: shop + encodeURI(text) };
  return [
    ["ParticipantJoined", agent, { userData: { picture: text } }],
    ["Message", agent, { text, userData: { choices: JSON.stringify([text, text]), card: text } }],
    ["Message", company, { text, userData: { card: JSON.stringify(card) } }],
    ["Message", company, { text, userData: { card: JSON.stringify(linked), choices: text } }],
    ["Message", customer, { text, userData: { clientMessageId: text } }],
    ["FileUploaded", agent, { text, userData: { ...file, "file-size": text } }],
    ["FileUploaded", customer, { text, userData: { ...file, "file-size": "7" } }],
    ["PushUrl", agent, { text }],
    ["PushUrl", agent, { text: shop + encodeURI(text) }],
    ["Notice", company, { text, messageType: text }],
    ["CustomNotice", agent, { text }],
    ["NicknameUpdated", customer, { text }],
    ["IdleAlert", company, { text }],
    ["FileDeleted", customer, { userData: { "file-id": text, "file-name": text } }],
    ["ParticipantJoined", { ...agent, type: "Supervisor", participantId: text },
      { userData: { picture: { toString: text } } }],
    ["TypingStarted", agent, {}],
    ["Message", agent, { text, userData: { choices: JSON.stringify([text, text]) } }],
    ["TypingStarted", agent, {}],
  ];
}

/** In the page: the widget hears it, as if it had come over the line; until it is shown. */
async function tellInThePage(answer) {
  const widget = document.querySelector("tandem-chat");
  widget.conversation.answered({ statusCode: 0, messages: [], ...answer });
  await widget.updateComplete;
  const transcript = widget.shadowRoot.querySelector("tandem-transcript");
  await transcript?.updateComplete;
  const files = [...(transcript?.shadowRoot.querySelectorAll("tandem-file") ?? [])];
  await Promise.all(files.map((file) => file.updateComplete));
}

// Also where what a text has made lies above it.
const clicks = (button) => button.dispatchEvent("click");

/** A widget whose line goes nowhere: it knows what it is told here. */
class ToldWidget {
  #index = 0;
  pictures = [];
  makeCareless = () => undefined;

  static async open(shop) {
    const told = new ToldWidget();
    const customer = await shop.customer({ bypassCSP: true, acceptDownloads: true });
    Object.assign(told, { customer, page: customer.page });
    told.watch = await Watch.over(customer.page, shop.server.url);
    await customer.page.routeWebSocket(/genesys/, (socket) => socket.close());
    await customer.context.route("**/genesys/**", (route) => route.abort());
    await FileServer.inFrontOf(customer);
    customer.page.on("request", (request) => {
      if (request.url().includes("/tandem/pictures/")) {
        told.pictures.push(request.url());
      }
    });
    await pageWith(customer, 'data-mail="on"');
    await customer.opensWidget();
    return told;
  }

  async begins(text) {
    await this.page.evaluate((form) => window.tandem.begin(form), { name: text, question: text });
    const userData = { queuePosition: text, estimatedWaitMs: text };
    await this.#tells({ secureKey: "key", chatId: "chat", userData });
  }

  #tells(answer) {
    return this.page.evaluate(tellInThePage, answer);
  }

  /** Gives the parts that it makes. */
  async hears(text) {
    const messages = eventsWith(text).map(([type, from, more]) => ({
      index: (this.#index += 1), type, from, utcTime: Date.now(), ...more,
    }));
    await this.#tells({ messages });
    await this.page.evaluate(this.makeCareless);
    return partsOf(this.page, rowsOfAText);
  }

  async isMinimisedAndHears(text) {
    await this.page.evaluate(() => window.tandem.minimise());
    const parts = await this.hears(text);
    const title = await this.page.title();
    await this.page.evaluate(() => window.tandem.open());
    return { parts, title };
  }

  /** What was heard is gone through once more on the next page; then it ends, is rated in vain and
   * saved: { parts, saved }. */
  async endsWith(text) {
    await this.#tells({ chatEnded: true });
    const afterwards = this.page.locator("tandem-aftercare");
    await afterwards.locator("textarea").fill(text);
    await clicks(afterwards.locator("input").first());
    await clicks(afterwards.locator(".primary"));
    await afterwards.locator(".problem").waitFor();
    await this.page.evaluate(
      (mailedTo) => document.querySelector("tandem-chat").conversation.keepAfter({ mailedTo }),
      text,
    );
    await this.page.reload();
    await afterwards.locator(".said").waitFor();
    const downloaded = this.page.waitForEvent("download");
    await clicks(this.page.locator("tandem-chat button.save").first());
    const saved = await readFile(await (await downloaded).path(), "utf8");
    return { parts: await partsOf(this.page, rowsOfAText), saved };
  }

  startsOver() {
    return clicks(this.page.locator("tandem-chat .over .primary"));
  }
}

/** What a watch has found, each as one text. */
export const asTexts = (findings) =>
  Object.entries(findings).flatMap(([kind, all]) => all.map((one) => `${kind}: ${one}`));

async function hearsSome(told, texts, each) {
  await told.begins(texts[0]);
  for (const text of texts) {
    each(await told.hears(text), text);
  }
  const last = texts.at(-1);
  const minimised = await told.isMinimisedAndHears(last);
  each(minimised.parts, last);
  const wide = await widePartsOf(told.page);
  const { parts, saved } = await told.endsWith(last);
  each(parts, last);
  await told.startsOver();
  const shown = bare(saved);
  const lines = texts.flatMap((text) => text.split(/\r?\n/));
  const unsaved = lines.filter((line) => !shown.includes(bare(line)));
  return [
    ...wide.map((one) => `wide: ${one}`),
    ...unsaved.map((line) => `not saved: ${line}`),
    ...(/^\(\d+\) Shop$/.test(minimised.title) ? [] : [`title: ${minimised.title}`]),
  ];
}

/** All that is told of others, from its arrival to the saved file: { places, faults }.
 * makeCareless: for the control, what is done to the page before it is looked at. */
export async function toldToTheWidget(shop, texts, makeCareless = () => undefined) {
  const told = await ToldWidget.open(shop);
  const shapes = new Shapes();
  const learn = (parts, text) => shapes.learn(parts, text);
  for (const text of harmless) {
    await hearsSome(told, [text], learn);
  }
  const before = await told.watch.tags();
  told.makeCareless = makeCareless;
  const faults = [];
  let places = 0;
  const check = (parts, text) => {
    places += parts.length;
    shapes.check(parts, text);
  };
  const unlike = [...new Set(texts)];
  for (let at = 0; at < unlike.length; at += atATime) {
    const some = unlike.slice(at, at + atATime);
    faults.push(...(await hearsSome(told, some, check)));
  }
  const findings = await told.watch.findings(before);
  const asked = told.pictures.map((url) => `asked for: ${url}`);
  faults.push(...shapes.strange, ...asTexts(findings), ...asked);
  await told.customer.leaves();
  return { places, faults };
}

/** In the page: a widget that puts texts in as HTML, and does not break lines. */
export function makeToldCareless() {
  const transcript = document.querySelector("tandem-chat").shadowRoot
    .querySelector("tandem-transcript")?.shadowRoot;
  window.spoilt ??= new WeakSet();
  const isLeaf = (one) => one.childElementCount === 0 && !window.spoilt.has(one);
  for (const one of [...(transcript?.querySelectorAll(".log *") ?? [])].filter(isLeaf)) {
    window.spoilt.add(one);
    one.insertAdjacentHTML("beforeend", one.textContent);
  }
  transcript?.querySelector(".log").style.setProperty("white-space", "nowrap");
}
