import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { reportRegimes } from "@khop/catalog/report";
import { openQueue, openStore, type Place } from "@khop/store";
import { openAccounts, type SignInElsewhere } from "./access/accounts.ts";
import { makeApp } from "./app.ts";
import { type FirstAccount, foundExample, foundProvince } from "./found.ts";
import { limits } from "./http/rate-limit.ts";
import { untilReady } from "./http/until-ready.ts";
import { startWork } from "./jobs/work.ts";
import { smtpMailer } from "./mail/mailer.ts";
import type { Traces } from "./traces/traces.ts";
import type { WebhookReach } from "./webhooks/reach.ts";

export interface ServeOptions {
  readonly place: Place;
  readonly host: string;
  readonly port: number;
  /** How the server is known outside, where that is not as it listens: behind a proxy with TLS. */
  readonly publicAddress?: string;
  readonly web?: string;
  readonly example?: boolean;
  readonly sso?: SignInElsewhere;
  /** Where letters are handed over, and from whom they are. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** Where webhooks may be, beside the public network. */
  readonly webhookReach?: WebhookReach;
  readonly found?: { readonly province: string; readonly name: string; readonly admin: string };
  /** Who is told what took how long. */
  readonly traces?: Traces;
  readonly log?: (line: Readonly<Record<string, string | number>>) => void;
}

export interface Serving {
  readonly address: string;
  readonly accounts: readonly FirstAccount[];
  /** Ends what is being answered, then closes. */
  close(): Promise<void>;
}

/** Opens the store and answers until it is closed. */
export async function serve({
  place,
  host,
  port,
  publicAddress,
  web,
  example,
  found,
  mail,
  sso,
  webhookReach = "public",
  traces,
  log,
}: ServeOptions): Promise<Serving> {
  const traced = traces === undefined ? {} : { traces };
  const store = await openStore(place, traces === undefined ? {} : { onQuery: traces.query });
  try {
    const ready = untilReady();
    const server = createServer(ready.listener);
    // Longer than the proxies before us keep theirs (60 s is usual): else one asks on a connection that we are just closing.
    server.keepAliveTimeout = 75_000;
    server.listen(port, host);
    await once(server, "listening");
    const bound = server.address() as { readonly port: number };
    const address = `http://${host.includes(":") ? `[${host}]` : host}:${bound.port}`;
    const baseURL = publicAddress ?? address;
    const accounts = await openAccounts(store, { baseURL, secure: baseURL.startsWith("https:"), ...(sso === undefined ? {} : { sso }) });
    const mailer = mail === undefined ? undefined : smtpMailer(mail.url, mail.from);
    const closing = new AbortController();
    const failed = (error: Error) => log?.({ at: store.now().toISOString(), failed: error.stack ?? error.message });
    const queue = await openQueue(store, { onError: failed });
    const services = {
      store,
      queue,
      webhookReach,
      closing: closing.signal,
      accounts,
      regimes: reportRegimes,
      ...limits(),
      address: baseURL,
      ...(mailer === undefined ? {} : { mailer }),
    };
    const app = makeApp(services, {
      ...traced,
      ...(log === undefined ? {} : { log }),
      ...(web === undefined ? {} : { web }),
      ...(sso === undefined ? {} : { ssoName: sso.name }),
    });
    const made = [
      ...(example === true ? await foundExample(store, accounts) : []),
      ...(found === undefined ? [] : await foundProvince(store, accounts, found)),
    ];
    const stopWork = await startWork(services, { ...traced, ...(log === undefined ? {} : { log }) });
    const answer = getRequestListener(app.fetch);
    ready.begin((request, response) => void answer(request, response));
    const close = async () => {
      closing.abort();
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
      await stopWork();
      mailer?.close();
      await traces?.close();
      await store.close();
    };
    return { address, accounts: made, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
