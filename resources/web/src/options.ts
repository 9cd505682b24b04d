// SPDX-License-Identifier: GPL-3.0-or-later
import { chooseLanguage } from "./texts/catalogue.js";

/** What the page that includes the widget decides, through attributes of the script element. */
export interface Options {
  readonly service: string;
  readonly endpoint: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly colour: string;
  readonly theme: "light" | "dark" | "auto";
}

export function optionsOf(script: HTMLScriptElement): Options {
  const { service, server, language, title, subtitle, colour, theme } = script.dataset;
  // The script is served as <base>/widget/tandem.js by the server that it talks to.
  const base = server ? new URL(server.replace(/\/?$/, "/"), script.src) : script.src;
  const path = server ? "genesys/cometd" : "../genesys/cometd";
  return {
    service: service ?? "support",
    endpoint: new URL(path, base).href,
    language: chooseLanguage([language, document.documentElement.lang, ...navigator.languages]),
    title: title ?? "",
    subtitle: subtitle ?? "",
    colour: colour ?? "",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
  };
}
