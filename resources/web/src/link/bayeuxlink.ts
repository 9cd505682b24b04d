// SPDX-License-Identifier: GPL-3.0-or-later
import { AckExtension, CometD, type Message } from "cometd";
import type { ChatAnswer, ChatRequest } from "../protocol.js";
import { Backoff } from "./backoff.js";
import type { ChatLink, ChatLinkListener } from "./chatlink.js";

interface FailureInfo {
  cause: string;
  action: string;
  delay?: number;
}

type FailureHandler = (info: FailureInfo) => void;

/** The reference client with our delays: its own grow by a fixed step and are not spread. */
class SpreadingCometD extends CometD {
  private failures = 0;

  constructor(private readonly backoff: Backoff) {
    super();
  }

  onTransportFailure(message: Message, info: FailureInfo, handler: FailureHandler): void {
    // The type declarations leave this hook of the reference client out.
    const base = CometD.prototype as unknown as {
      onTransportFailure(message: Message, info: FailureInfo, handler: FailureHandler): void;
    };
    const isHandshake = message.channel === "/meta/handshake";
    base.onTransportFailure.call(this, message, info, (decided) => {
      // A blocked WebSocket falls back to long polling at once; all else waits.
      const atOnce = isHandshake && this.failures === 0 && decided.action === "handshake";
      decided.delay = atOnce ? 0 : this.backoff.nextDelayMs();
      if (isHandshake && this.failures > 0) {
        this.tryAllTransportsAgain();
      }
      this.failures += 1;
      handler(decided);
    });
  }

  succeeded(): void {
    this.failures = 0;
    this.backoff.reset();
  }

  // A server that was down when the page opened must not condemn the page to long polling.
  private tryAllTransportsAgain(): void {
    const registry = this.getTransportRegistry() as unknown as { reset(init: boolean): void };
    registry.reset(false);
  }
}

/** Bayeux (CometD) over WebSocket or long polling, with acknowledged delivery. */
export class BayeuxLink implements ChatLink {
  private readonly channel: string;
  // Outlives the clients, so that closing and opening makes no more haste than waiting does.
  private readonly backoff = new Backoff();
  private listener: ChatLinkListener | null = null;
  private cometd: SpreadingCometD | null = null;
  private isUp = false;

  constructor(
    private readonly url: string,
    service: string,
  ) {
    this.channel = `/service/chatV2/${service}`;
  }

  listen(listener: ChatLinkListener): void {
    this.listener = listener;
  }

  open(): void {
    if (!this.cometd) {
      this.cometd = this.client();
      this.cometd.handshake();
    }
  }

  close(): void {
    const closing = this.cometd;
    this.cometd = null;
    this.isUp = false;
    closing?.disconnect();
  }

  send(request: ChatRequest): void {
    // The key alone tells the chat here.
    const { chatId: _, ...data } = request;
    this.cometd?.publish(this.channel, data);
  }

  // A new one each time: the old one may still be saying good-bye.
  private client(): SpreadingCometD {
    const cometd = new SpreadingCometD(this.backoff);
    const whenCurrent = (handle: (message: Message) => void) => (message: Message) => {
      if (this.cometd === cometd) {
        handle(message);
      }
    };
    cometd.configure({
      url: this.url,
      logLevel: "warn",
      // Its worker is made from a blob, which a strict Content-Security-Policy forbids.
      useWorkerScheduler: false,
      appendMessageTypeToURL: false,
      connectTimeout: 5000,
      maxNetworkDelay: 10_000,
    });
    cometd.unregisterTransport("callback-polling");
    cometd.registerExtension("ack", new AckExtension());
    cometd.addListener("/meta/handshake", whenCurrent((message) => this.handshaken(message)));
    cometd.addListener("/meta/connect", whenCurrent((message) => this.connected(message)));
    cometd.addListener(this.channel, whenCurrent((message) => this.received(message)));
    return cometd;
  }

  private handshaken(message: Message): void {
    if (message.successful) {
      // Our server pushes without a subscription; others that speak this API expect one.
      this.cometd?.subscribe(this.channel, () => undefined);
      this.becomeUp(true);
    } else if (this.isUp) {
      this.becomeDown();
    } else {
      this.listener?.linkFailed?.();
    }
  }

  private connected(message: Message): void {
    if (message.successful) {
      this.cometd?.succeeded();
      this.becomeUp(false);
    } else {
      this.becomeDown();
    }
  }

  private becomeUp(isNewSession: boolean): void {
    if (isNewSession || !this.isUp) {
      this.isUp = true;
      this.listener?.linkUp();
    }
  }

  private becomeDown(): void {
    if (this.isUp) {
      this.isUp = false;
      this.listener?.linkDown();
    }
  }

  private received(message: Message): void {
    // A publish is confirmed on the same channel, without data.
    if (typeof message.data === "object" && message.data !== null) {
      this.listener?.answered(message.data as ChatAnswer);
    }
  }
}
