// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatRequest } from "../protocol.js";
import type { ChatLink, ChatLinkListener } from "./chatlink.js";
import type { Timers } from "./restcalls.js";
import type { WayStore } from "./waystore.js";

const patienceMs = 12_000;
const longestPatienceMs = 30_000;
const mostFailures = 3;
const failuresOfOutage = 2;
const mostFalls = 3;
const fallsWithinMs = 60_000;
const steadyMs = 20_000;
const trialEveryMs = 120_000;
const soonMs = 10_000;

export interface Clock extends Timers {
  now(): number;
}

/** A link that can be told not to wait for its time. */
export interface WakingLink extends ChatLink {
  wake(): void;
}

type Way = "bayeux" | "rest";

/** One link made of two: Bayeux, and where that does not get through, REST. The conversation is
 *  on one of them at a time; while it is on REST, Bayeux is tried now and again without it. */
export class FallbackLink implements WakingLink {
  private listener: ChatLinkListener | null = null;
  private isOpen = false;
  private isUp = false;
  private way: Way = "bayeux";
  private upSince = 0;
  private failures = 0;
  private failuresOfTrial = 0;
  private falls: number[] = [];
  private patience = patienceMs;
  private bayeuxFailedAt = 0;
  private trial: "none" | "waiting" | "trying" | "holding" = "none";
  private stopPatience: () => void = () => undefined;
  private stopTrial: () => void = () => undefined;

  constructor(
    private readonly bayeux: ChatLink,
    private readonly rest: WakingLink,
    private readonly clock: Clock,
    private readonly store: WayStore,
  ) {
    bayeux.listen(this.earOf("bayeux"));
    rest.listen(this.earOf("rest"));
  }

  listen(listener: ChatLinkListener): void {
    this.listener = listener;
  }

  open(): void {
    if (this.isOpen) {
      return;
    }
    this.isOpen = true;
    this.patience = patienceMs;
    const failedAt = this.store.failedAt();
    this.bayeuxFailedAt = failedAt ?? 0;
    this.take(failedAt === null ? "bayeux" : "rest");
  }

  close(): void {
    this.isOpen = false;
    this.isUp = false;
    this.stopPatience();
    this.endTrial();
    this.bayeux.close();
    this.rest.close();
  }

  send(request: ChatRequest): void {
    this.linkOf(this.way).send(request);
  }

  /** The conversation is on the REST form of the API at present. */
  get isRest(): boolean {
    return this.way === "rest";
  }

  wake(): void {
    if (this.isOpen && this.way === "rest") {
      this.rest.wake();
    }
  }

  private linkOf(way: Way): ChatLink {
    return way === "bayeux" ? this.bayeux : this.rest;
  }

  private earOf(way: Way): ChatLinkListener {
    const whenTaken = (taken: () => void, otherwise?: () => void) => () => {
      if (this.isOpen) {
        (this.way === way ? taken : otherwise)?.();
      }
    };
    return {
      linkUp: whenTaken(() => this.cameUp(), () => this.trialUp()),
      linkDown: whenTaken(() => this.wentDown(), () => this.trialFailed()),
      linkFailed: whenTaken(() => this.failed(), () => this.attemptOfTrialFailed()),
      answered: (answer) => whenTaken(() => this.listener?.answered(answer))(),
    };
  }

  private take(way: Way): void {
    this.endTrial();
    this.way = way;
    this.isUp = false;
    this.failures = 0;
    this.falls = [];
    this.linkOf(way === "bayeux" ? "rest" : "bayeux").close();
    this.linkOf(way).open();
    this.watch();
  }

  private takeOther(): void {
    if (this.way === "bayeux") {
      this.bayeuxFailedAt = this.clock.now();
      this.take("rest");
    } else {
      // Neither gets through: from now on more slowly, for the sake of a server that comes back.
      this.patience = Math.min(2 * this.patience, longestPatienceMs);
      this.take("bayeux");
    }
  }

  private watch(): void {
    this.stopPatience();
    this.stopPatience = this.clock.after(this.patience, () => this.takeOther());
  }

  private cameUp(): void {
    this.stopPatience();
    this.patience = patienceMs;
    if (!this.isUp) {
      this.isUp = true;
      this.upSince = this.clock.now();
      this.settle();
    }
    this.failures = 0;
    this.listener?.linkUp();
  }

  /** What follows from the way that is up now. */
  private settle(): void {
    if (this.way === "bayeux") {
      this.store.forget();
      return;
    }
    this.store.remember(this.bayeuxFailedAt);
    const due = this.bayeuxFailedAt + trialEveryMs - this.clock.now();
    // Where REST has failed as well, Bayeux may have failed for the same reason.
    const wasAway = this.failures >= failuresOfOutage;
    if (this.trial === "none") {
      this.planTrial(wasAway ? soonMs : Math.max(soonMs, Math.min(trialEveryMs, due)));
    }
  }

  private wentDown(): void {
    const now = this.clock.now();
    const wasSteady = now - this.upSince >= steadyMs;
    this.isUp = false;
    this.listener?.linkDown();
    if (!this.isOpen) {
      return;
    }
    if (this.way === "rest") {
      this.restWentDown();
      return;
    }
    const recent = this.falls.filter((time) => now - time < fallsWithinMs);
    this.falls = wasSteady ? [] : [...recent, now];
    if (this.falls.length >= mostFalls) {
      this.takeOther();
    } else {
      this.watch();
    }
  }

  private restWentDown(): void {
    if (this.trial === "holding") {
      this.comeBack();
      return;
    }
    if (this.trial === "waiting") {
      this.endTrial();
    }
    this.watch();
  }

  private failed(): void {
    this.failures += 1;
    // Three attempts have tried both transports.
    if (this.way === "bayeux" && this.failures >= mostFailures) {
      this.takeOther();
    }
  }

  private planTrial(delayMs: number): void {
    this.stopTrial();
    this.trial = "waiting";
    this.stopTrial = this.clock.after(delayMs, () => this.beginTrial());
  }

  private beginTrial(): void {
    this.trial = "trying";
    this.failuresOfTrial = 0;
    this.stopTrial = this.clock.after(patienceMs, () => this.trialFailed());
    this.bayeux.open();
  }

  private trialUp(): void {
    if (!this.isUp) {
      this.comeBack();
    } else if (this.trial === "trying") {
      this.trial = "holding";
      this.stopTrial();
      // A poll that is held may be cut later than its answer to the first one suggests.
      this.stopTrial = this.clock.after(steadyMs, () => this.comeBack());
    }
  }

  private attemptOfTrialFailed(): void {
    this.failuresOfTrial += 1;
    if (this.failuresOfTrial >= mostFailures) {
      this.trialFailed();
    }
  }

  private trialFailed(): void {
    if (this.trial !== "trying" && this.trial !== "holding") {
      return;
    }
    this.bayeux.close();
    this.bayeuxFailedAt = this.clock.now();
    if (this.isUp) {
      this.store.remember(this.bayeuxFailedAt);
      this.planTrial(trialEveryMs);
    } else {
      this.endTrial();
    }
  }

  private endTrial(): void {
    this.stopTrial();
    this.trial = "none";
  }

  /** Bayeux works again: the conversation goes over, and finds out what it has missed. */
  private comeBack(): void {
    const since = this.trial === "holding" ? this.clock.now() - steadyMs : this.clock.now();
    this.endTrial();
    this.way = "bayeux";
    this.rest.close();
    this.isUp = false;
    this.falls = [];
    this.cameUp();
    this.upSince = since;
  }
}
