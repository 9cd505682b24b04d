// SPDX-License-Identifier: GPL-3.0-or-later
import { Backoff } from "../src/link/backoff.js";
import type { ChatLinkListener } from "../src/link/chatlink.js";
import { RestCalls } from "../src/link/restcalls.js";
import { RestLink } from "../src/link/restlink.js";
import type { ChatAnswer } from "../src/protocol.js";
import { FakeSurroundings } from "./fakes.js";

/** What a listener hears, in order. */
export class Ear implements ChatLinkListener {
  heard: string[] = [];
  answers: ChatAnswer[] = [];
  whenAnswered: (answer: ChatAnswer) => void = () => undefined;

  linkUp(): void {
    this.heard.push("up");
  }

  linkDown(): void {
    this.heard.push("down");
  }

  linkFailed(): void {
    this.heard.push("failed");
  }

  answered(answer: ChatAnswer): void {
    this.answers.push(answer);
    this.whenAnswered(answer);
  }
}

export interface Posted {
  readonly path: string;
  readonly form: URLSearchParams;
  readonly options: RequestInit;
  answers(answer: object, status?: number): Promise<void>;
  says(text: string, status?: number): Promise<void>;
  breaks(): Promise<void>;
}

/** Lets all that waits for promises happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
  await new Promise((resolve) => setImmediate(resolve));
}

const base = "https://chat.example/genesys/2/chat/support";

/** A server by REST that answers when the test says so. */
export class FakeRest {
  posted: Posted[] = [];

  readonly fetch = (address: string, options: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const says = (text: string, status = 200) => {
        resolve(new Response(text, { status }));
        return settled();
      };
      options.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      this.posted.push({
        path: address.slice(base.length),
        form: new URLSearchParams(String(options.body)),
        options,
        says,
        answers: (answer, status) =>
          says(JSON.stringify({ statusCode: 0, messages: [], ...answer }), status),
        breaks: () => {
          reject(new TypeError("network"));
          return settled();
        },
      });
    });

  get last(): Posted {
    const last = this.posted.at(-1);
    if (!last) {
      throw new Error("nothing was posted");
    }
    return last;
  }

  get paths(): string[] {
    return this.posted.map(({ path }) => path);
  }

  get lastFields(): Record<string, string> {
    return Object.fromEntries(this.last.form);
  }
}

export class RestScene {
  readonly time = new FakeSurroundings();
  readonly server = new FakeRest();
  readonly ear = new Ear();
  readonly link = new RestLink(
    new RestCalls(base, this.time, this.server.fetch),
    this.time,
    new Backoff(() => 1),
  );

  constructor() {
    this.link.listen(this.ear);
  }

  async comesUp(): Promise<void> {
    this.link.open();
    await this.server.last.answers({ statusCode: 2, errors: [{ code: 240 }], chatEnded: true });
  }

  /** A conversation goes on at position 5; nothing is under way. */
  async resumes(): Promise<void> {
    await this.comesUp();
    this.link.send({ operation: "requestNotifications", ...chat, transcriptPosition: 5 });
    await this.server.last.answers({ ...chat, nextPosition: 5 });
    this.server.posted = [];
    this.ear.answers = [];
  }
}

export const chat = { chatId: "0abc", secureKey: "secret" };
