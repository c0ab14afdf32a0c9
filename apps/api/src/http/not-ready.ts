import { refused } from "./refuse.ts";

/** Why nothing is answered yet, or not any more: it passes by itself. */
const notReady = (vi: string, en: string) => refused("api/not-ready", vi, en, { seconds: 1 });

export const starting = () =>
  notReady("Máy chủ đang khởi động; hãy thử lại sau một giây.", "The server is starting; try again in a second.");

export const noDatabase = () =>
  notReady(
    "Cơ sở dữ liệu không trả lời; hãy thử lại, nếu vẫn vậy thì báo người quản trị.",
    "The database does not answer; try again, and tell the administrator if it stays.",
  );
