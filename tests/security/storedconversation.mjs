// SPDX-License-Identifier: GPL-3.0-or-later
// S4: whole conversations whose every text is hostile: who is in it, what is said, sent, shown and
// offered by customer, agents, supervisor and strategy; and messages that are left.
import { readFile } from "node:fs/promises";
import { hearsOfQueue, pageWith } from "../browser/support/pages.mjs";
import { until } from "../support/condition.mjs";
import { CustomerFiles, text as content } from "../support/files.mjs";
import { asTexts, harmless } from "./storedviews.mjs";
import { bare, partsOf, Shapes, widePartsOf } from "./widgetshape.mjs";
import { endsFor, WatchedChat } from "./storedscript.mjs";

const allRows = 1000;
const longestName = 50;
const mostNameBytes = 120;

/** In one line, as fields of a form have it; twice so much is still a name to the server. */
function short(text) {
  const letters = Array.from(text.replace(/\s+/g, " ").trim()).slice(0, longestName);
  while (Buffer.byteLength(letters.join("")) > mostNameBytes) {
    letters.pop();
  }
  return letters.join("").trim();
}

/** A strategy that says what the customer attached, as text, card and answers to click. */
const echo = `<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:t="urn:tandem:strategy"
  version="1.0" datamodel="ecmascript" initial="show">
  <datamodel><data id="interaction"/><data id="choices" expr="''"/></datamodel>
  <state id="show"><onentry>
    <assign location="choices" expr="interaction.subject.split('|').join('/')"/>
    <t:chat.say textexpr="interaction.data.a" choicesexpr="choices"/>
    <t:chat.card titleexpr="interaction.subject" textexpr="interaction.data.a"
      linkTextexpr="interaction.subject" choicesexpr="choices"
      linkexpr="'https://shop.example/' + encodeURIComponent(interaction.subject)"/>
    <t:queue.submit/></onentry>
    <transition event="queue.submit.done" target="over"/></state>
  <final id="over"/></scxml>`;

/** What is found of several texts in a row: harmless ones first, which are learnt. */
class Findings {
  shapes = new Shapes();
  faults = [];
  places = 0;
  isLearning = true;

  looks(parts, text) {
    if (this.isLearning) {
      this.shapes.learn(parts, text);
    } else {
      this.shapes.check(parts, text);
      this.places += parts.length;
    }
  }

  finds(what, isThere) {
    this.places += this.isLearning ? 0 : 1;
    if (!isThere) {
      this.faults.push(what);
    }
  }

  async ofEach(texts, before, goThrough) {
    for (const text of harmless) {
      await goThrough(text);
    }
    const tags = await before();
    this.isLearning = false;
    for (const text of texts) {
      await goThrough(text);
    }
    return tags;
  }

  result(watched) {
    const faults = [...this.faults, ...this.shapes.strange, ...asTexts(watched)];
    return { places: this.places, faults };
  }
}

/** The company, as far as texts of it are hostile. */
class Company {
  static async of(shop) {
    const company = new Company();
    company.shop = shop;
    company.ada = await shop.company.agent("ada", { ready: false });
    company.sam = await shop.company.agent("sam", { ready: false });
    await company.ada.ask("strategy.install", { strategyId: "echo", document: echo });
    await company.#changes(({ queues }) => ({
      queues: [{ ...queues.find(({ id }) => id === "support"), strategy: "echo" }],
    }));
    return company;
  }

  async #changes(put) {
    const { document } = await this.ada.ask("admin.site");
    await this.ada.ask("admin.apply", { put: put(document), remove: [] });
  }

  areCalled(name) {
    const areThese = ({ userName }) => ["alice", "sam"].includes(userName);
    return this.#changes(({ agents }) => ({
      agents: agents.filter(areThese).map((agent) => ({ ...agent, name })),
    }));
  }
}

async function sendsFile(agent, interactionId, name, said) {
  const bytes = content(10);
  const begun = { interactionId, name, size: bytes.length, text: said };
  const { uploadId } = await agent.ask("file.begin", begun);
  await agent.ask("file.append", { uploadId, offset: 0, bytes: bytes.toString("base64") });
  await agent.ask("file.finish", { uploadId });
}

/** One conversation in the page of `chat`; what can be seen of it is looked at four times. */
class HostileTalk {
  constructor(company, chat, text, found) {
    Object.assign(this, { company, chat, text, found, name: short(text) });
    this.page = chat.customer.page;
  }

  async looks() {
    this.found.looks(await partsOf(this.page, allRows), this.name);
    for (const wide of await widePartsOf(this.page)) {
      this.found.finds(`wide: ${wide}`, false);
    }
  }

  /** What was told before it is shown then, too. */
  async #barrier(said) {
    await this.agent.says(this.id, said);
    await this.chat.customer.sees(said);
  }

  async begins() {
    const { name, text } = this;
    await this.company.areCalled(name);
    const form = { name, question: text, fields: { subject: name, a: text } };
    await this.page.evaluate((given) => window.tandem.begin(given), form);
    await this.page.locator("tandem-transcript .choices button").first().waitFor();
    await this.page.locator("tandem-transcript .shown").waitFor();
    await this.looks();
    this.agent = this.company.shop.agent;
    const interaction = await this.agent.accepts();
    this.id = interaction.id;
    this.found.finds(`subject ${name}`, interaction.subject === name);
  }

  async isSaid() {
    const { agent, id, text, company } = this;
    const interactionId = id;
    await agent.says(id, text);
    await company.sam.ask("supervision.bargeIn", { interactionId });
    await company.sam.says(id, text);
    await agent.ask("chat.pushUrl", { interactionId, url: this.address });
    await agent.ask("chat.customNotice", { interactionId, text });
    await this.#barrier("Look at this");
    await company.sam.ask("chat.typing", { interactionId, typing: true });
    await this.page.locator("tandem-transcript .typing:not(:empty)").waitFor();
    const heading = await this.page.locator("tandem-chat .head h2").textContent();
    this.found.finds(`the agent's name ${this.name}: ${heading}`, heading === this.name);
    await this.looks();
    const rest = await this.chat.byRest(company.shop, id);
    await rest.does("customNotice", { message: text });
    await rest.does("pushUrl", { pushUrl: this.address });
    await rest.tries("pushUrl", { pushUrl: text });
    await rest.does("updateNickname", { nickname: `${this.name}!` });
    const { contact } = await agent.ask("interaction.get", { interactionId: id });
    this.found.finds(`nickname ${this.name}`, contact.name === `${this.name}!`);
  }

  get address() {
    return `https://shop.example/${encodeURIComponent(this.text)}`;
  }

  async sendsFiles() {
    const { id, text, name } = this;
    const files = new CustomerFiles(await this.chat.byRest(this.company.shop, id));
    const { body } = await files.upload(`${name} file.txt`, content(10), { message: text });
    this.found.finds(`file ${JSON.stringify([name, body])}`, body.statusCode === 0);
    await sendsFile(this.agent, id, `${name} file.txt`, text);
    await this.#barrier("Got it");
    await this.page.reload();
    await this.chat.customer.sees("Got it");
    await this.page.locator("tandem-file").getByRole("button", { name: /^Delete/ }).waitFor();
    await this.page.locator("tandem-chat button.close").click();
    await this.looks();
    await this.page.locator("tandem-chat .keep").click();
  }

  async ends() {
    await this.agent.ask("chat.end", { interactionId: this.id });
    const survey = this.page.locator("tandem-aftercare form.survey");
    await survey.locator("input").first().check();
    await survey.locator("textarea").fill(this.text);
    await survey.locator("[type=submit]").click();
    await this.page.locator("tandem-aftercare .said").waitFor();
    await this.looks();
    const { sam } = this.company;
    const { survey: said } = await sam.ask("interaction.get", { interactionId: this.id });
    this.found.finds(`comment ${this.text}`, said.comment === this.text);
    const downloaded = this.page.waitForEvent("download");
    await this.page.locator("tandem-chat button.save").first().click();
    const saved = bare(await readFile(await (await downloaded).path(), "utf8"));
    const lines = [`${this.name}!`, ...this.text.split(/\r?\n/)].map(bare);
    lines.forEach((line) => this.found.finds(`saved ${line}`, saved.includes(line)));
    await endsFor(this.agent, this.id);
    await this.page.locator("tandem-chat .over .primary").click();
  }
}

export async function wholeConversations(shop, texts) {
  const company = await Company.of(shop);
  const chat = await WatchedChat.open(shop, { acceptDownloads: true });
  await pageWith(chat.customer, 'data-mail="on"');
  await chat.customer.opensWidget();
  const found = new Findings();
  const before = await found.ofEach(texts, () => chat.watch.tags(), async (text) => {
    const talk = new HostileTalk(company, chat, text, found);
    await talk.begins();
    await talk.isSaid();
    await talk.sendsFiles();
    await talk.ends();
  });
  const watched = await chat.watch.findings(before);
  await chat.customer.leaves();
  return found.result(watched);
}

/** Through the widget's form to the agent who has it as mail. */
export async function leftMessages(shop, texts) {
  const sam = await shop.company.agent("sam", { ready: false });
  const chat = await WatchedChat.open(shop);
  const { page } = chat.customer;
  await hearsOfQueue(chat.customer, { isOpen: false });
  await pageWith(chat.customer, 'data-offline="on"');
  await chat.customer.opensWidget();
  const form = page.locator("tandem-offline");
  const found = new Findings();
  const before = await found.ofEach(texts, () => chat.watch.tags(), async (text) => {
    const name = short(text);
    const values = [name, name, "maria@shop.example", name];
    for (const [at, value] of values.entries()) {
      await form.locator("input").nth(at).fill(value);
    }
    await form.locator("textarea").fill(text);
    await form.locator("[type=submit]").click();
    await form.locator(".sent").waitFor();
    found.looks(await partsOf(page, allRows), text);
    const mail = await until("the mail", () => newestMail(sam, name));
    const { contact, attachedData } = mail;
    found.finds(`mail of ${name}`, contact.name === `${name} ${name}`);
    found.finds(`mail ${text}`, attachedData.Text.trim() === text.trim());
    await form.locator("button").click();
    found.looks(await partsOf(page, allRows), text);
  });
  const watched = await chat.watch.findings(before);
  await chat.customer.leaves();
  return found.result(watched);
}

async function newestMail(agent, subject) {
  const { interactions } = await agent.ask("interaction.list", { scope: "all", open: true });
  return interactions.find((one) => one.mediaType === "mail" && one.subject === subject);
}
