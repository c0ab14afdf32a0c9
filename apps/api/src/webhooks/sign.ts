import { createHmac } from "node:crypto";

/** The headers that show who told it and that nothing was changed, as Standard Webhooks has them; one signature for each secret. */
export function signedHeaders(
  { id, payload, secrets }: { readonly id: string; readonly payload: string; readonly secrets: readonly string[] },
  at: Date,
): Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${payload}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
