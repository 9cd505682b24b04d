// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatAnswer } from "../protocol.js";

/** What the server takes, and what of it is used up. */
export interface FileLimits {
  readonly mostFiles: number;
  /** Bytes, of one and of all together. */
  readonly mostBytes: number;
  readonly mostTotal: number;
  /** Extensions in lower case, without the dot; none: all. */
  readonly types: readonly string[];
  readonly needsAgent: boolean;
  readonly usedFiles: number;
  readonly usedBytes: number;
  readonly mayDelete: boolean;
}

export type FileProblem =
  | "tooLarge"
  | "type"
  | "tooMany"
  | "total"
  | "needsAgent"
  | "refused"
  | "failed";

/** Values are texts; what is not told is no limit. Null where the answer tells none at all. */
export function limitsOf(answer: ChatAnswer): FileLimits | null {
  const told = [answer.userData, ...(answer.messages ?? []).map(({ userData }) => userData)];
  const data = told.find((one) => one && "upload-max-files" in one);
  if (!data) {
    return null;
  }
  const number = (name: string, otherwise: number) => {
    const value = Number(data[name] ?? "");
    return data[name] === undefined || !Number.isFinite(value) ? otherwise : value;
  };
  const types = String(data["upload-file-types"] ?? "").toLowerCase();
  return {
    mostFiles: number("upload-max-files", 0),
    mostBytes: number("upload-max-file-size", Infinity),
    mostTotal: number("upload-max-total-size", Infinity),
    types: types.split(/[:,\s]+/).filter(Boolean),
    needsAgent: String(data["upload-need-agent"]) === "true",
    usedFiles: number("used-upload-max-files", 0),
    usedBytes: number("used-upload-max-total-size", 0),
    mayDelete: String(data["delete-file"]) === "true",
  };
}

interface Sized {
  readonly name: string;
  readonly size: number;
}

/** underWay: what is not counted by the server yet. */
export function problemOf(
  { name, size }: Sized,
  limits: FileLimits,
  underWay: readonly Sized[],
  hasAgent: boolean,
): FileProblem | null {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const total = underWay.reduce((sum, one) => sum + one.size, limits.usedBytes + size);
  if (limits.needsAgent && !hasAgent) {
    return "needsAgent";
  }
  if (limits.types.length > 0 && !limits.types.includes(extension)) {
    return "type";
  }
  if (size > limits.mostBytes) {
    return "tooLarge";
  }
  if (limits.usedFiles + underWay.length >= limits.mostFiles) {
    return "tooMany";
  }
  return total > limits.mostTotal ? "total" : null;
}
