import { bodyOf, headersOf } from "../http/problem.ts";

/** What the sign-in refuses, said in Vietnamese; of the rest its status says enough. */
const known: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "Thư điện tử hoặc mật khẩu chưa đúng; hãy nhập lại.",
  INVALID_PASSWORD: "Mật khẩu chưa đúng; hãy nhập lại.",
  INVALID_CODE: "Mã chưa đúng hoặc đã hết hạn; hãy nhập mã mới.",
  INVALID_BACKUP_CODE: "Mã dùng một lần chưa đúng hoặc đã dùng; hãy nhập mã khác.",
  INVALID_TWO_FACTOR_COOKIE: "Lần đăng nhập này đã hết hạn; hãy đăng nhập lại từ đầu.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Đã thử quá nhiều lần; hãy đăng nhập lại từ đầu.",
  ACCOUNT_TEMPORARILY_LOCKED: "Tài khoản tạm khóa vì nhập sai nhiều lần; hãy đợi một khắc rồi thử lại.",
  INVALID_ORIGIN: "Yêu cầu đến từ một trang khác.",
};

const byStatus: Readonly<Record<number, string>> = {
  400: "Yêu cầu đăng nhập không đúng; hãy xem lại những gì đã gửi.",
  401: "Chưa đăng nhập được; hãy đăng nhập lại.",
  403: "Không được phép làm việc này.",
  404: "Không có địa chỉ này dưới /api/auth.",
  429: "Quá nhiều yêu cầu; hãy thử lại sau ít phút.",
};

/** A refusal of the sign-in as a problem (RFC 9457), its own code as ours has it; what is no refusal stays as it is. */
export async function signInProblem(response: Response): Promise<Response> {
  const { status } = response;
  if (status < 400) return response;
  const said = await response.json().catch(() => ({}));
  const { code, message } = (typeof said === "object" && said !== null ? said : {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const named = typeof code === "string" ? code : "";
  const vi = known[named] ?? byStatus[status] ?? "Việc đăng nhập gặp lỗi; hãy thử lại, nếu vẫn vậy thì báo người quản trị.";
  const en = typeof message === "string" && message !== "" ? message : "The sign-in refused this.";
  const problem = bodyOf(status, `auth/${named === "" ? "refused" : named.toLowerCase().replaceAll("_", "-")}`, `${vi} / ${en}`);
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(headersOf(problem))) headers.set(name, value);
  headers.delete("content-length");
  return new Response(JSON.stringify(problem), { status, headers });
}
