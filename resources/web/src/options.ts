// SPDX-License-Identifier: GPL-3.0-or-later
import { chooseLanguage } from "./texts/catalogue.js";

/** What the page that includes the widget decides, through attributes of the script element. */
export interface Options {
  readonly service: string;
  /** Where Bayeux is spoken. */
  readonly endpoint: string;
  /** Where the service's chats begin by REST. */
  readonly restAddress: string;
  /** Where the wait is asked for before the customer begins; empty where the page wants none. */
  readonly waitAddress: string;
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

export function optionsOf(script: HTMLScriptElement): Options {
  const { server, language, title, subtitle, colour, theme } = script.dataset;
  const service = script.dataset["service"] ?? "support";
  // The script is served as <base>/widget/tandem.js by the server that it talks to.
  const base = server ? new URL(server.replace(/\/?$/, "/"), script.src) : script.src;
  const root = server ? "genesys" : "../genesys";
  const queue = waitQueue(script.dataset["ewt"], service);
  const waitPath = `${root}/1/statistic/ewt?name=${encodeURIComponent(queue)}`;
  return {
    service,
    endpoint: new URL(`${root}/cometd`, base).href,
    restAddress: new URL(`${root}/2/chat/${encodeURIComponent(service)}`, base).href,
    waitAddress: queue ? new URL(waitPath, base).href : "",
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
