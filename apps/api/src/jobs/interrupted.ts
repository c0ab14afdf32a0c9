import { refused } from "../http/refuse.ts";

/** Throws where the process is ending: the job is begun anew by whoever comes next. */
export function interruptible(signal: AbortSignal): void {
  if (signal.aborted) throw interrupted();
}

export const interrupted = () =>
  refused(
    "api/interrupted",
    "Việc bị ngắt nhiều lần vì tiến trình của máy chủ dừng giữa chừng; hãy yêu cầu lại, nếu vẫn vậy thì báo người quản trị.",
    "The job was interrupted again and again because the server's process ended; ask for it again, and tell the administrator if it stays.",
    {},
  );
