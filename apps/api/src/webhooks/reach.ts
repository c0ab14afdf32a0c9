import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { refused } from "../http/refuse.ts";

/**
 * Where webhooks may be. The public network in any case; beside it this machine, or this machine and the private networks around it.
 */
export type WebhookReach = "public" | "loopback" | "private";

const reached: Readonly<Record<WebhookReach, readonly string[]>> = {
  public: ["unicast"],
  loopback: ["unicast", "loopback"],
  private: ["unicast", "loopback", "private", "uniqueLocal"],
};

const isReached = (address: string, reach: WebhookReach): boolean =>
  ipaddr.isValid(address) && reached[reach].includes(ipaddr.process(address).range());

const isOwn = (host: string): boolean => host === "localhost" || (ipaddr.isValid(host) && ipaddr.process(host).range() === "loopback");

/** An address of a webhook. Throws: KhopError `api/bad-webhook` for one that may not be told. */
export function webhookUrl(text: string, reach: WebhookReach): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw bad("không phải một địa chỉ web", "it is no web address");
  const host = hostOf(url);
  const isPlain = url.protocol === "http:" && reach !== "public" && isOwn(host);
  if (url.protocol !== "https:" && !isPlain) throw bad("phải bắt đầu bằng https://", "it has to begin with https://");
  if (url.username !== "" || url.password !== "") throw bad("không được chứa tên và mật khẩu", "it may hold no name and password");
  if (ipaddr.isValid(host) ? !isReached(host, reach) : host === "localhost" && reach === "public") throw bad(...inside);
  return url;
}

const inside = ["là địa chỉ trong mạng nội bộ", "it is an address of a private network"] as const;

const bad = (vi: string, en: string) =>
  refused("api/bad-webhook", `Địa chỉ webhook ${vi}.`, `The address of the webhook is of no use: ${en}.`, { why: en });

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Looks a name up for one connection, and gives only addresses that may be told: what the name stood for when it was looked at before is no matter. */
export const lookupWithin =
  (reach: WebhookReach): LookupFunction =>
  (host, options, answer) => {
    const found = async () => {
      const all = await lookup(host, { all: true });
      if (!all.every(({ address }) => isReached(address, reach))) throw bad(...inside);
      return all;
    };
    found().then(
      (all) => (options.all === true ? answer(null, all) : answer(null, all[0]?.address ?? "", all[0]?.family)),
      (error: Error) => answer(error, ""),
    );
  };
