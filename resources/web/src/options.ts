// SPDX-License-Identifier: GPL-3.0-or-later
import { chooseLanguage } from "./texts/catalogue.js";

/** What the page that includes the widget decides, through attributes of the script element. */
export interface Options {
  readonly service: string;
  /** Where Bayeux is spoken. */
  readonly endpoint: string;
  /** Where the service's chats begin by REST. */
  readonly restAddress: string;
  /** Where files of conversations on Bayeux go. */
  readonly fileAddress: string;
  /** Below it are the pictures of agents, by their hashes. */
  readonly pictureAddress: string;
  /** Where it is asked how it stands with the queue, before the customer begins. */
  readonly waitAddress: string;
  /** The customer is told how long a wait would be. */
  readonly showsWait: boolean;
  /** Where messages are left; empty where the page does not want that. */
  readonly mailAddress: string;
  /** The page's own form, as it is given. */
  readonly fields: unknown;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly colour: string;
  readonly theme: "light" | "dark" | "auto";
  readonly sound: boolean;
  /** Customers are asked how it was, once a conversation has ended. */
  readonly survey: boolean;
  /** The transcript is offered by mail. */
  readonly mail: boolean;
}

/** data-ewt alone, or with "true", asks for the service's own queue; "false" for none. */
export function waitQueue(ewt: string | undefined, service: string): string {
  if (ewt === undefined || ewt === "false") {
    return "";
  }
  return ewt === "" || ewt === "true" ? service : ewt;
}

/** A page may have set them on a variable of its own, before this script runs. */
function fieldsOfPage(): unknown {
  return (window as { tandem?: { fields?: unknown } }).tandem?.fields;
}

export function optionsOf(script: HTMLScriptElement): Options {
  const { server, language, title, subtitle, colour, theme } = script.dataset;
  const service = script.dataset["service"] ?? "support";
  // The script is served as <base>/widget/tandem.js by the server that it talks to.
  const base = server ? new URL(server.replace(/\/?$/, "/"), script.src) : script.src;
  const top = server ? "" : "../";
  const root = `${top}genesys`;
  const queue = waitQueue(script.dataset["ewt"], service);
  const waitPath = `${root}/1/statistic/ewt?name=${encodeURIComponent(queue || service)}`;
  const mailPath = `${root}/2/email/${encodeURIComponent(service)}`;
  return {
    service,
    endpoint: new URL(`${root}/cometd`, base).href,
    restAddress: new URL(`${root}/2/chat/${encodeURIComponent(service)}`, base).href,
    fileAddress: new URL(`${root}/2/chat-ntf`, base).href,
    pictureAddress: new URL(`${top}tandem/pictures/`, base).href,
    waitAddress: new URL(waitPath, base).href,
    showsWait: queue !== "",
    mailAddress: script.dataset["offline"] === "on" ? new URL(mailPath, base).href : "",
    fields: script.dataset["fields"] ?? fieldsOfPage(),
    language: chooseLanguage([language, document.documentElement.lang, ...navigator.languages]),
    title: title ?? "",
    subtitle: subtitle ?? "",
    colour: colour ?? "",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    sound: script.dataset["sound"] !== "off",
    survey: script.dataset["survey"] !== "off",
    mail: script.dataset["mail"] === "on",
  };
}
