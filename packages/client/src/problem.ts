import type { components } from "./api.ts";

/** Why a call was refused (RFC 9457): `code` says it to programs, `detail` to people, in Vietnamese and English. */
export type Problem = components["schemas"]["Problem"];

const isProblem = (response: Response) => response.headers.get("content-type")?.startsWith("application/problem+json") === true;

const answering = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), { status: problem.status, headers: { "content-type": "application/problem+json" } });

const problemOf = (code: string, status: number, vi: string, en: string): Problem => ({
  type: `urn:khop:problem:${code}`,
  title: "Không có câu trả lời / No answer",
  status,
  code,
  detail: `${vi} / ${en}`,
});

/** What refuses without saying so in the API's way, a proxy for one, put in that way; undefined for everything else. */
export function asProblem(response: Response): Response | undefined {
  if (response.ok || response.status === 304 || isProblem(response)) return undefined;
  const { status } = response;
  const [vi, en] = [`Máy chủ trả lời ${status} mà không nói rõ lý do.`, `The server answered ${status} and did not say why.`];
  return answering(problemOf("client/not-told", status < 400 ? 502 : status, vi, en));
}

/** No answer, as a problem; what the network calls it stands in the English, for who looks after the server. */
export function noAnswer(error: unknown): Response {
  const { code } = ((error as Error | null)?.cause ?? {}) as { readonly code?: string };
  const vi = "Không nối được với máy chủ. Hãy xem lại địa chỉ và đường truyền rồi thử lại.";
  const en = `The server cannot be reached${code === undefined ? "" : ` (${code})`}. Look at the address and the line, then try again.`;
  return answering(problemOf("client/no-answer", 503, vi, en));
}
