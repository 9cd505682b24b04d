// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the Chat API version 2 over CometD, as they are on the wire; its REST
// form has the same ones as forms. The API's own
// documentation is its source; only what the widget reads is named.

export type ParticipantType = "Client" | "Agent" | "Supervisor" | "External";

export interface ChatEvent {
  readonly from?: {
    readonly nickname?: string;
    readonly participantId?: number | string;
    readonly type?: ParticipantType;
  };
  /** Counts what this customer may see; unique and rising, with gaps. */
  readonly index: number;
  readonly type: string;
  readonly text?: string;
  /** "typing_preview" of a Notice: agents see what is typed before it is sent. */
  readonly messageType?: string;
  /** Milliseconds since 1970, UTC. */
  readonly utcTime?: number;
  readonly userData?: Readonly<Record<string, unknown>>;
}

export interface ChatError {
  readonly code?: number;
  readonly advice?: string;
}

export const StatusCode = { ok: 0, transient: 1, refused: 2 } as const;

export interface ChatAnswer {
  readonly statusCode?: number;
  readonly messages?: readonly ChatEvent[];
  readonly chatEnded?: boolean;
  readonly secureKey?: string;
  readonly userId?: string;
  readonly chatId?: string;
  readonly alias?: string;
  readonly nextPosition?: number;
  /** While the customer waits: queuePosition, estimatedWaitMs. readPosition: the last event that
   *  an agent has read. */
  readonly userData?: Readonly<Record<string, unknown>>;
  /** The key of the request that is answered. */
  readonly clientMessageId?: string;
  readonly errors?: readonly ChatError[];
}

export interface StartRequest {
  readonly operation: "requestChat";
  readonly chatId?: undefined;
  readonly nickname?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly emailAddress?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly userData: Readonly<Record<string, string>>;
  readonly clientMessageId: string;
}

/** Which conversation a request is about. */
export interface OfChat {
  readonly secureKey: string;
  /** REST has it in its addresses. */
  readonly chatId?: string;
}

export interface SendRequest extends OfChat {
  readonly operation: "sendMessage";
  readonly message: string;
  readonly clientMessageId: string;
}

export interface SessionRequest extends OfChat {
  readonly operation: "startTyping" | "stopTyping" | "disconnect";
  /** Of startTyping: what has been typed so far. */
  readonly message?: string;
}

export interface ReadRequest extends OfChat {
  readonly operation: "readReceipt";
  readonly transcriptPosition: number;
}

export interface ResumeRequest extends OfChat {
  readonly operation: "requestNotifications";
  readonly transcriptPosition: number;
}

export interface UpdateRequest extends OfChat {
  readonly operation: "updateData";
  readonly userData: Readonly<Record<string, string>>;
}

/** Allowed while the chat runs and for a while after its end; asked again it replaces. */
export interface SurveyRequest extends OfChat {
  readonly operation: "survey";
  /** "1" to "5". */
  readonly score: string;
  readonly comment?: string;
}

export interface MailRequest extends OfChat {
  readonly operation: "mailTranscript";
  readonly emailAddress: string;
}

export type ChatRequest =
  | StartRequest
  | SendRequest
  | SessionRequest
  | ResumeRequest
  | ReadRequest
  | UpdateRequest
  | SurveyRequest
  | MailRequest;
