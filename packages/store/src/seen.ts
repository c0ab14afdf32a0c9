import { createHash } from "node:crypto";
import { refusal } from "./errors.ts";

/** The version of what has no number of its own: another for other contents. */
export const contentVersion = (contents: unknown): string =>
  createHash("sha256").update(JSON.stringify(contents)).digest("base64url").slice(0, 16);

/** What two people may change: the version that one of them had seen, the one that stands, what was sent and what stands. */
interface Changing {
  readonly seen: string | undefined;
  readonly version: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Refuses what was decided on a version that stands no more, with both values. Throws: KhopError `store/stale`. */
export function sameAsSeen({ seen, version, mine, theirs }: Changing): void {
  if (seen === undefined || seen === version) return;
  const said = {
    vi: "Người khác đã sửa sau khi bạn mở. Hãy xem lại bản đang có, rồi sửa trên bản đó.",
    en: "Somebody else changed this since you opened it. Look at what stands now, and change that.",
  };
  throw refusal("store/stale", said, { seen, version, mine, theirs });
}
