import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { lookupWithin, type WebhookReach } from "./reach.ts";

/** Who is told has so long to take it. */
const patience = 10_000;

/** Posts something where it may go, and follows nobody elsewhere. Shape: the status that was answered. */
export function post(
  url: URL,
  {
    headers,
    body,
    reach,
    signal,
  }: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly reach: WebhookReach;
    readonly signal: AbortSignal;
  },
): Promise<number> {
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  const bytes = Buffer.from(body);
  const options = {
    method: "POST",
    headers: { ...headers, "content-length": bytes.length },
    lookup: lookupWithin(reach),
    // A connection of its own each time: one that is kept would go on to an address that was good once.
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  } as const;
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      // What is answered beside the status is nobody's, however long it is.
      response.on("error", () => {}).destroy();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end(bytes);
  });
}
