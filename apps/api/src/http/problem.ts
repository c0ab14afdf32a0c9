import { isKhopError, type KhopError } from "@khop/core";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import * as z from "zod";

/** Which status an error of ours is; others are 500. */
const statuses: Readonly<Record<string, number>> = {
  "store/unknown-org-unit": 422,
  "store/bad-org-unit": 422,
  "store/bad-lineage": 422,
  "store/bad-members": 422,
  "store/not-in-force": 422,
  "store/already-open": 409,
  "store/no-submission": 404,
  "store/wrong-state": 409,
  "store/stale": 412,
  "store/not-owed": 422,
  "store/bad-figure": 422,
  "store/reason-missing": 422,
  "store/not-above": 403,
  "store/blocked": 422,
  "store/no-finding": 404,
  "store/no-report": 404,
  "store/no-evidence": 404,
  "store/too-large": 413,
  "store/no-job": 404,
  "store/no-result": 409,
  "store/too-many-jobs": 409,
  "store/no-webhook": 404,
  "store/no-delivery": 404,
  "writer/bad-template": 422,
  "writer/no-glyph": 422,
  "writer/uneven-table": 422,
  "writer/bad-chart": 422,
  "core/bad-period": 422,
  "core/bad-number": 422,
  "core/not-in-scope": 422,
  "api/not-found": 404,
  "api/not-allowed": 403,
  "api/not-signed-in": 401,
  "api/too-many": 429,
  "api/key-reused": 422,
  "api/busy": 409,
  "api/bad-request": 400,
  "api/other-origin": 403,
  "api/no-printer": 422,
  "api/unreadable": 422,
  "api/no-mail": 422,
  "api/bad-webhook": 422,
  "api/interrupted": 503,
  "api/not-ready": 503,
};

declare module "@khop/core" {
  interface ErrorInfo {
    "api/not-found": { what: string };
    "api/not-allowed": { action: string };
    "api/not-signed-in": Record<string, never>;
    "api/too-many": { seconds: number };
    "api/key-reused": { key: string };
    "api/busy": { key: string };
    "api/bad-request": { issues: readonly { place: string; message: string }[] };
    "api/other-origin": { origin: string };
    "api/unreadable": { code: string };
    "api/no-mail": Record<string, never>;
    "api/bad-webhook": { why: string };
    "api/interrupted": Record<string, never>;
    "api/not-ready": { seconds: number };
    "api/no-printer": { package: string };
  }
}

/** RFC 9457, with the code of the error and what it knows. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    info: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Problem" });

const titles: Readonly<Record<number, string>> = {
  400: "Yêu cầu không đúng / Bad request",
  401: "Chưa đăng nhập / Not signed in",
  403: "Không được phép / Not allowed",
  404: "Không tìm thấy / Not found",
  409: "Không thực hiện được lúc này / Conflict",
  412: "Đã thay đổi / Changed meanwhile",
  413: "Quá lớn / Too large",
  415: "Không nhận định dạng này / Unsupported format",
  422: "Không xử lý được / Cannot be processed",
  429: "Quá nhiều yêu cầu / Too many requests",
  500: "Lỗi hệ thống / Server error",
  503: "Chưa phục vụ được / Not available",
};

/** An error as its answer; what is no error of ours tells nothing of itself. */
export function problemOf(error: unknown): { readonly status: number; readonly body: z.output<typeof problemSchema> } {
  if (isKhopError(error) && statuses[error.code] !== undefined) return ofKhop(error, statuses[error.code] as number);
  if (error instanceof HTTPException && error.status < 500) {
    const message = error.message || (titles[error.status] ?? "");
    return { status: error.status, body: bodyOf(error.status, "api/bad-request", message) };
  }
  if (isDataFault(error)) {
    const said =
      "Có ký tự hoặc giá trị mà cơ sở dữ liệu không nhận, hoặc tên không có. / A character or value that the database does not take, or a name that is not there.";
    return { status: 422, body: bodyOf(422, "api/bad-data", said) };
  }
  const detail =
    "Hệ thống gặp lỗi; hãy thử lại, nếu vẫn vậy thì báo người quản trị. / Something failed here; try again, and tell the administrator if it stays.";
  return { status: 500, body: bodyOf(500, "api/failed", detail) };
}

/** What PostgreSQL calls a data exception, a reference to nothing, or more than fits: the fault is in what was sent. */
function isDataFault(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && (/^22...$/.test(code) || code === "23503" || code === "54000");
}

function ofKhop(error: KhopError, status: number) {
  return { status, body: { ...bodyOf(status, error.code, error.message), info: error.info as Record<string, unknown> } };
}

/** A problem by its parts. */
export const bodyOf = (status: number, code: string, detail: string): z.output<typeof problemSchema> => ({
  type: `urn:khop:problem:${code}`,
  title: titles[status] ?? String(status),
  status,
  detail,
  code,
});

const problemType = "application/problem+json; charset=utf-8";

/** What a problem is sent with: its type, and where it passes by itself, when to come again. */
export const headersOf = ({ info }: z.output<typeof problemSchema>): Record<string, string> => ({
  "content-type": problemType,
  ...(typeof info?.seconds === "number" ? { "retry-after": String(info.seconds) } : {}),
});

export function answerProblem(c: Context, error: unknown): Response {
  const { status, body } = problemOf(error);
  return c.body(JSON.stringify(body), status as 500, headersOf(body));
}
