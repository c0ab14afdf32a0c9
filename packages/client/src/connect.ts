import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./api.ts";
import { asProblem, noAnswer } from "./problem.ts";

/** Where the API is, and who asks. */
export interface ConnectOptions {
  /** The server's address; the page's own where there is none. */
  readonly address?: string;
  /** A token, for programs; pages are known by the cookie of their session. */
  readonly token?: string;
  /** Asks in the place of the platform's own fetch. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** The calls of the API: `GET`, `POST`, `PUT`, `PATCH` and `DELETE`, each with the paths that there are. */
export type Khop = Client<paths>;

/** A file goes out as the file that it is; everything else as JSON. */
class FileRequest extends Request {
  constructor(input: string | URL | Request, init: RequestInit = {}) {
    super(input, init);
    if (init.body instanceof Blob) this.headers.set("content-type", init.body.type === "" ? "application/octet-stream" : init.body.type);
  }
}

/**
 * The API as typed calls. Each gives `{ data }` or `{ error }`, and an error is always a {@link Problem}: what the server refused, what stands
 * between said instead, or that there was no answer at all.
 *
 * - Throws: only what its own `signal` was aborted with.
 */
export function connect({ address = "", token, fetch }: ConnectOptions = {}): Khop {
  const khop = createClient<paths>({
    baseUrl: address,
    Request: FileRequest,
    bodySerializer: (body: unknown) => (body instanceof Blob ? body : JSON.stringify(body)),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  khop.use({
    onResponse: ({ response }) => asProblem(response),
    onError: ({ request, error }) => (request.signal.aborted ? undefined : noAnswer(error)),
  });
  return khop;
}
