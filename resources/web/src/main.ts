// SPDX-License-Identifier: GPL-3.0-or-later
import { currentPage, pageData, userData } from "./environment.js";
import { BayeuxLink } from "./link/bayeuxlink.js";
import { BrowserTabs } from "./link/browsertabs.js";
import { FallbackLink } from "./link/fallbacklink.js";
import { RestCalls } from "./link/restcalls.js";
import { RestLink } from "./link/restlink.js";
import { leaveMail } from "./link/maillink.js";
import { FileCalls } from "./link/filecalls.js";
import { askWait } from "./link/waitlink.js";
import { SessionWayStore } from "./link/waystore.js";
import { Aftercare } from "./model/aftercare.js";
import { Expectation } from "./model/expectation.js";
import { Files } from "./model/files.js";
import { BrowserRecordStore } from "./model/recordstore.js";
import { randomKey, type Surroundings } from "./model/surroundings.js";
import type { ChatRequest } from "./protocol.js";
import { TabConversation } from "./model/tabconversation.js";
import { optionsOf, type Options } from "./options.js";
import { Catalogue } from "./texts/catalogue.js";
import { attend } from "./view/attention.js";
import { ChatWidget } from "./view/chatwidget.js";
import { offerPageApi } from "./view/pageapi.js";
import { PageTitle } from "./view/pagetitle.js";
import { Pictures } from "./view/pictures.js";
import { SoundSwitch } from "./view/soundswitch.js";

function surroundings(language: string, title: PageTitle): Surroundings {
  const page = () => ({ ...currentPage(language), title: title.original });
  return {
    now: () => Date.now(),
    after: (delayMs, action) => {
      const timer = window.setTimeout(action, delayMs);
      return () => window.clearTimeout(timer);
    },
    newKey: randomKey,
    isVisible: () => document.visibilityState === "visible",
    userData: () => userData(page()),
    pageData: () => pageData(page()),
  };
}

function linkOf(options: Options, browser: Surroundings, calls: RestCalls): FallbackLink {
  return new FallbackLink(
    new BayeuxLink(options.endpoint, options.service),
    new RestLink(calls, browser),
    browser,
    new SessionWayStore(),
  );
}

function show(options: Options): void {
  const title = new PageTitle(document);
  const browser = surroundings(options.language, title);
  const post = (address: string, request: RequestInit) => fetch(address, request);
  const calls = new RestCalls(options.restAddress, browser, post);
  const link = linkOf(options, browser, calls);
  const name = `tandem.${options.service}`;
  const store = new BrowserRecordStore(name, browser.now);
  const tabs = new BrowserTabs(name, browser);
  const conversation = new TabConversation(link, store, browser, tabs);
  const widget = new ChatWidget();
  widget.conversation = conversation;
  widget.catalogue = new Catalogue(options.language);
  widget.options = options;
  const ask = async (request: ChatRequest) => (await calls.call(request, 0).reply).answer;
  widget.aftercare = new Aftercare(conversation, ask, browser);
  const fileCalls = new FileCalls(options.restAddress, options.fileAddress, () => link.isRest);
  widget.files = new Files(conversation, fileCalls, browser);
  widget.pictures = new Pictures(options.pictureAddress, () => widget.requestUpdate());
  widget.sounds = new SoundSwitch(options.sound, `tandem.${options.service}.sound`);
  attend(conversation, title, widget.sounds);
  const { waitAddress, mailAddress, showsWait } = options;
  widget.expectation = new Expectation(() => askWait(waitAddress), browser, showsWait);
  widget.leaveMail = (mail) => leaveMail(mailAddress, mail, browser.userData());
  document.body.append(widget);
  offerPageApi(widget);
  conversation.resume();
  document.addEventListener("visibilitychange", () => {
    link.wake();
    conversation.seen();
  });
  window.addEventListener("online", () => link.wake());
  window.addEventListener("pagehide", () => conversation.leaves());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      conversation.returned();
    }
  });
}

const script = document.currentScript;
const isFirst = !customElements.get("tandem-chat");
if (script instanceof HTMLScriptElement && isFirst) {
  customElements.define("tandem-chat", ChatWidget);
  const options = optionsOf(script);
  if (document.body) {
    show(options);
  } else {
    document.addEventListener("DOMContentLoaded", () => show(options), { once: true });
  }
}
