// SPDX-License-Identifier: GPL-3.0-or-later
// S4: hostile texts in every field that a customer can write, and what becomes of them where they
// are shown in a browser.
import { RestCustomer } from "../support/rest.mjs";
import { until } from "../support/condition.mjs";
import { findingsOnCarelessPage, Watch } from "./scriptwatch.mjs";

const atATime = 50;
const greeting = "What Alice says first";
// The page's own policy would stop script that the widget lets in; the widget has to do without.
const unprotected = { bypassCSP: true };

/** What each message shows, and its elements but for those that a message may have: links to web
 * addresses that show where they lead, emphasis and lists, without attributes that do anything. */
function textsShown() {
  const rows = [];
  const plain = ["strong", "em", "code", "ul", "ol", "li", "div", "span"];
  const harmless = ["class", "dir", "role"];
  const wordsOf = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".unseen").forEach((one) => one.remove());
    return copy.textContent;
  };
  const isLink = (one) =>
    ["http:", "https:"].includes(new URL(one.href).protocol) &&
    one.href === new URL(wordsOf(one)).href &&
    one.target === "_blank" &&
    one.rel === "noopener noreferrer" &&
    one.getAttributeNames().every((name) => [...harmless, "href", "target", "rel"].includes(name));
  const mayBe = (one) =>
    one.localName === "a"
      ? isLink(one)
      : plain.includes(one.localName) &&
        one.getAttributeNames().every((name) => harmless.includes(name));
  const widget = document.querySelector("tandem-chat");
  const transcript = widget.shadowRoot.querySelector("tandem-transcript");
  for (const bubble of transcript.shadowRoot.querySelectorAll(".bubble")) {
    const elements = [...bubble.querySelectorAll(":scope *")].filter((one) => !mayBe(one));
    rows.push({ text: wordsOf(bubble), elements: elements.map((one) => one.localName) });
  }
  return rows;
}

export async function endsFor(agent, interactionId) {
  await agent.ask("chat.end", { interactionId }).catch(() => {}); // the customer may have gone
  await agent.ask("interaction.markDone", { interactionId });
}

/** A customer in a browser and an agent in conversation, watched. */
export class WatchedChat {
  /** options: as of Shop.customer. */
  static async open(shop, options = {}) {
    const chat = new WatchedChat();
    const customer = await shop.customer({ ...unprotected, ...options });
    chat.customer = customer;
    chat.watch = await Watch.over(customer.page, shop.server.url);
    await customer.page.reload();
    return chat;
  }

  async begins(shop, form) {
    await this.customer.begins(form);
    this.agent = await shop.agentAccepts();
    await this.agent.says(greeting);
    await this.customer.sees(greeting);
    await this.customer.says("What I say first");
    this.before = await this.watch.tags();
  }

  /** The same chat by REST: a customer may have more than one way in. */
  async byRest(shop, chatId = this.agent.id) {
    const key = await this.customer.page.evaluate(
      () => JSON.parse(localStorage.getItem("tandem.support")).record.secureKey,
    );
    const rest = shop.company.customer();
    Object.assign(rest, { chatId, secureKey: key });
    return rest;
  }

  async ends() {
    await endsFor(this.agent.agent, this.agent.id);
    await this.customer.leaves();
  }

  rows() {
    return this.customer.page.evaluate(textsShown);
  }

  async shows(count) {
    const isShown = async () => (await this.rows()).length >= count;
    await until(`${count} messages to be shown`, isShown, 30_000);
  }
}

async function sayAll(shop, chat, texts) {
  const rest = await chat.byRest(shop);
  const first = (await chat.rows()).length;
  for (let at = 0; at < texts.length; at += atATime) {
    const some = texts.slice(at, at + atATime);
    for (const text of some) {
      await rest.tries("send", { message: text });
      await chat.agent.says(text);
    }
    await chat.shows(first + 2 * (at + some.length));
  }
  return first;
}

/** Without what marks emphasis and lists, and the space around it. */
function bare(text) {
  return text.replace(/[\s*_`•-]+/g, "");
}

function misshown(rows, texts) {
  const shown = new Map();
  rows.map(({ text }) => bare(text)).forEach((text) => shown.set(text, (shown.get(text) ?? 0) + 1));
  return texts.filter((text) => (shown.get(bare(text)) ?? 0) < 2);
}

// Of rich messages, where textsShown() looks at each of them.
const richTags = Object.fromEntries(
  ["a", "strong", "em", "code", "ul", "ol", "li", "div", "span"].map((tag) => [tag, 1]),
);

/** Messages of both sides, live and after a reload. */
export async function messagesInTheWidget(shop, texts) {
  const chat = await WatchedChat.open(shop);
  await chat.begins(shop, { question: texts[0] });
  Object.assign(chat.before, richTags);
  const first = await sayAll(shop, chat, texts);
  await typeSome(chat, texts.slice(0, 5));
  const live = { rows: await chat.rows(), findings: await chat.watch.findings(chat.before) };
  await chat.customer.page.reload();
  await chat.shows(first + 2 * texts.length);
  const later = { rows: await chat.rows(), findings: await chat.watch.findings(chat.before) };
  await chat.ends();
  return [live, later].map(({ rows, findings }, at) => ({
    place: ["live", "after a reload"][at],
    findings,
    elements: rows.flatMap((row) => row.elements),
    misshown: misshown(rows, texts),
  }));
}

async function typeSome(chat, texts) {
  for (const text of texts) {
    const before = (await chat.rows()).length;
    await chat.customer.writes(text);
    await chat.shows(before + 1);
  }
}

/** Name, question and the page's own address, through the widget's form; the chat is taken up,
 * reloaded and ended, and the form is shown again with what was written. */
export async function formsInTheWidget(shop, texts) {
  const results = [];
  for (const text of texts) {
    const path = `/demo/?from=${encodeURIComponent(text)}`;
    const chat = await WatchedChat.open(shop, { path });
    const name = Array.from(text).slice(0, 50).join("").trim();
    await chat.begins(shop, { name, question: text });
    await chat.customer.page.reload();
    await chat.customer.sees(greeting);
    await chat.customer.ends();
    await chat.customer.page.locator("tandem-chat .over .primary").click();
    const findings = await chat.watch.findings({ ...chat.before, ...formTags });
    results.push({ place: `form with ${text.slice(0, 20)}`, findings, elements: [],
      misshown: [] });
    await chat.ends();
  }
  return results;
}

const formTags = Object.fromEntries(
  ["tandem-start-form", "form", "input", "textarea", "label", "small", "tandem-composer"]
    .map((tag) => [tag, 1]),
);

const fieldsOf = (text) => ({
  nickname: text,
  firstName: text,
  lastName: text,
  subject: text,
  emailAddress: text,
  text,
  alias: text,
  userId: text,
  clientMessageId: text,
  userData: { [text.slice(0, 60)]: text, GCTI_LanguageCode: text, _genesys_referrer: text,
    _genesys_pageTitle: text, _genesys_url: text },
});

const inert = /^(application\/json|text\/plain)\b/;

async function leavesAtOnce(at, { chatId, secureKey }) {
  if (chatId && secureKey) {
    await RestCustomer.post(`${at}/${chatId}/disconnect`, { secureKey });
  }
}

/** What is asked with the text wherever a customer, or who is none, can put one. */
function asksOf(shop, text) {
  const { url } = shop.server;
  const at = shop.company.customer().base;
  const inPath = encodeURIComponent(text);
  const { emailAddress, ...others } = fieldsOf(text);
  const chat = ["refresh", "survey", "mailTranscript", "updateNickname", "customNotice", "pushUrl",
    "readReceipt", "file", "file/limits", `file/${inPath}/download`];
  const own = { secureKey: text, score: text, comment: text, pushUrl: text, message: text };
  return [
    [at, others],
    [at, { ...others, emailAddress }],
    ...chat.map((operation) => [`${at}/${inPath}/${operation}`, { ...others, ...own }]),
    [`${url}/genesys/2/chat-ntf`, { operation: text, secureKey: text, fileId: text }],
    [`${url}/genesys/2/email/support`, { ...others, fromAddress: text }],
    [`${url}/genesys/2/email/${inPath}`, others],
    [`${url}/genesys/2/openmedia/${inPath}`, others],
    [`${url}/genesys/1/statistic/ewt?name=${inPath}`],
    [`${url}/tandem/pictures/${inPath}`],
    [`${url}/demo/${inPath}`, {}],
  ];
}

async function got(address) {
  const answer = await fetch(address);
  return { headers: answer.headers, body: await answer.text() };
}

/** Answers that hold what the customer wrote, as a browser would take them. */
export async function answersThatArePages(shop, texts) {
  const pages = [];
  for (const text of texts) {
    for (const [address, fields] of asksOf(shop, text)) {
      const answer = await (fields ? RestCustomer.post(address, fields) : got(address));
      await leavesAtOnce(shop.company.customer().base, answer.body);
      const type = answer.headers.get("content-type") ?? "text/plain";
      const isSure = answer.headers.get("x-content-type-options") === "nosniff";
      if (!(isSure && inert.test(type)) && JSON.stringify(answer.body).includes(text)) {
        pages.push(`${address}: ${type}`);
      }
    }
  }
  return pages;
}

/** Whether the agent is given the fields as they were written, no more and no less. */
export async function fieldsKeptAsWritten(shop, texts) {
  const changed = [];
  for (const text of texts) {
    const cut = Array.from(text).slice(0, 50).join("");
    const fields = { nickname: cut, subject: cut, userData: { a: text } };
    const { body } = await RestCustomer.post(shop.company.customer().base, fields);
    if (body.statusCode !== 0) {
      changed.push(`refused: ${JSON.stringify(body.errors)}: ${cut}`);
      continue;
    }
    const interaction = await shop.agent.accepts(body.chatId);
    const { subject, attachedData, contact, id } = interaction;
    if (subject !== cut || attachedData.a !== text || contact.name !== cut) {
      changed.push(JSON.stringify([cut, subject, attachedData.a, contact.name]));
    }
    await endsFor(shop.agent, id);
  }
  return changed;
}

/** What the watch finds where the same texts are put in as HTML. */
export async function carelessPage(shop, texts) {
  const customer = await shop.customer(unprotected);
  const page = await customer.context.newPage();
  const found = await findingsOnCarelessPage(page, shop.server.url, texts);
  await customer.leaves();
  return found;
}

function makeCareless() {
  const widget = document.querySelector("tandem-chat");
  const transcript = widget.shadowRoot.querySelector("tandem-transcript");
  for (const bubble of transcript.shadowRoot.querySelectorAll(".bubble")) {
    bubble.querySelectorAll(".unseen").forEach((one) => one.remove());
    bubble.innerHTML = bubble.textContent;
  }
}

/** The same check as of messages, of a widget that is made to put them in as HTML. */
export async function messagesInCarelessWidget(shop, texts) {
  const chat = await WatchedChat.open(shop);
  await chat.begins(shop, { question: texts[0] });
  await sayAll(shop, chat, texts);
  await chat.customer.page.evaluate(makeCareless);
  await chat.customer.page.waitForLoadState("networkidle");
  const [rows, findings] = [await chat.rows(), await chat.watch.findings(chat.before)];
  await chat.ends();
  const elements = rows.flatMap((row) => row.elements);
  return [{ place: "careless", findings, elements, misshown: misshown(rows, texts) }];
}

/** Faults of results as above, as texts. */
export function faultsOf(results) {
  return results.flatMap(({ place, findings, elements, misshown: wrong }) => [
    ...Object.entries(findings).flatMap(([kind, list]) =>
      list.map((one) => `${place}: ${kind}: ${one}`)),
    ...elements.map((tag) => `${place}: an element ${tag} in a message`),
    ...wrong.map((text) => `${place}: not shown as written: ${JSON.stringify(text)}`),
  ]);
}
