import { isKhopError } from "@khop/core";
import { noteTry, readSending, type Sending, type Tried, type Turn } from "@khop/store";
import type { Services } from "../context.ts";
import { post } from "./post.ts";
import { type WebhookReach, webhookUrl } from "./reach.ts";
import { signedHeaders } from "./sign.ts";

/** Tries a delivery once. Throws where it is to be tried again. */
export async function deliver(
  { store, webhookReach }: Pick<Services, "store" | "webhookReach">,
  { id, province = "" }: { readonly id: string; readonly province?: string },
  { signal, isLast }: Turn,
): Promise<void> {
  const sending = await readSending(store, province, id);
  if (sending === undefined) return;
  const tried = await triedOnce(sending, webhookReach, store.now(), signal);
  // Nobody refused it: the process is ending, and the next tries.
  if ("error" in tried && signal.aborted) throw new Error(tried.error);
  const state = await noteTry(store, province, sending, tried, { isLast });
  if (state === "waiting") throw new Error("not taken");
}

async function triedOnce(sending: Sending, reach: WebhookReach, now: Date, signal: AbortSignal): Promise<Tried> {
  try {
    const headers = { ...signedHeaders(sending, now), "content-type": "application/json", "user-agent": "Khop-Webhooks/1" };
    return { status: await post(webhookUrl(sending.url, reach), { headers, body: sending.payload, reach, signal }) };
  } catch (error) {
    return { error: isKhopError(error) ? error.message : reasonOf(error as NodeJS.ErrnoException) };
  }
}

/** Why there was no answer, in a word that administrators look up; an error of the network holds addresses that are no concern of theirs. */
const reasonOf = ({ code, name, message }: NodeJS.ErrnoException): string =>
  name === "TimeoutError" || name === "AbortError" ? "timeout" : (code ?? message);
