interface Message {
  readonly id: number;
  readonly question: string;
  readonly asked: unknown;
}

/**
 * Answers the questions that a page asks of this worker, one after the other, in the order in which they came.
 *
 * @param troubleOf what the page hears when a question cannot be answered
 */
export function answering(
  answers: { readonly [question: string]: (asked: never) => Promise<unknown> },
  troubleOf: (error: unknown) => unknown,
): void {
  let before: Promise<unknown> = Promise.resolve();
  const answer = async ({ id, question, asked }: Message): Promise<void> => {
    try {
      self.postMessage({ id, answer: await answers[question]?.(asked as never) });
    } catch (error) {
      self.postMessage({ id, trouble: troubleOf(error) });
    }
  };
  self.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    before = before.then(() => answer(data));
  });
}
