import type { RequestListener } from "node:http";
import { starting } from "./not-ready.ts";
import { headersOf, problemOf } from "./problem.ts";

/** Answers in the place of what is being made ready, and hands on to it from then on: nothing waits for an answer that never comes. */
export function untilReady(): { readonly listener: RequestListener; begin(answer: RequestListener): void } {
  let answer: RequestListener | undefined;
  return {
    listener: (request, response) => {
      if (answer !== undefined) return answer(request, response);
      const { status, body } = problemOf(starting());
      response.writeHead(status, headersOf(body)).end(JSON.stringify(body));
    },
    begin: (next) => {
      answer = next;
    },
  };
}
