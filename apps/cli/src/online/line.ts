import { connect, type Khop, type Problem } from "@khop/client";
import type { Arguments } from "../arguments.ts";
import { Trouble } from "../trouble.ts";

/** A server as one person is known to it. */
export interface Line {
  readonly khop: Khop;
  readonly user: string;
  readonly province: string;
}

/** The variable that the token stands in: on a command line others would see it. */
const tokenName = "KHOP_TOKEN";

/**
 * The server that a command talks to, and the province that it is about.
 *
 * @throws Trouble where no server is named, there is no token, nothing answers, or the person works in several provinces and named none.
 */
export async function lineTo({ command, address, province: named }: Arguments): Promise<Line> {
  if (address === undefined || !/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : "")) {
    throw new Trouble(
      `Hãy nêu máy chủ: khop ${command} --server https://so-lieu.tinh.example.`,
      `Name the server: khop ${command} --server https://figures.province.example.`,
    );
  }
  const token = process.env[tokenName];
  if (token === undefined || token === "") {
    throw new Trouble(
      `Chưa có mã truy cập: tạo mã ở trang Quản trị › Mã truy cập, rồi đặt vào biến ${tokenName}.`,
      `There is no token: make one on the page Administration › Tokens, and put it into the variable ${tokenName}.`,
    );
  }
  const khop = connect({ address, token });
  const { user, roles } = answered(await khop.GET("/api/v1/me"));
  const provinces = [...new Set(roles.map((one) => one.province))];
  const province = named ?? (provinces.length === 1 ? provinces[0] : undefined);
  if (province === undefined) {
    const all = provinces.join(", ");
    throw new Trouble(
      all === "" ? `${user} chưa có vai trò nào: hãy nhờ người quản trị giao vai trò.` : `Hãy nêu tỉnh: --province, một trong ${all}.`,
      all === "" ? `${user} has no role: ask the administrator for one.` : `Name the province: --province, one of ${all}.`,
    );
  }
  return { khop, user, province };
}

/**
 * What was answered.
 *
 * @throws Trouble for a refusal, in the server's own words.
 */
export function answered<T>({ data, error }: { readonly data?: T; readonly error?: Problem }): T {
  if (error !== undefined) throw refusal(error);
  return data as T;
}

/** A problem's words stand in Vietnamese, then in English behind a stroke. */
function refusal({ detail, status }: Problem): Trouble {
  if (status === 401) {
    return new Trouble(
      `Máy chủ không nhận mã truy cập trong biến ${tokenName}: mã sai, đã thu hồi hoặc hết hạn. Hãy tạo mã mới ở trang Quản trị › Mã truy cập.`,
      `The server does not take the token in the variable ${tokenName}: it is wrong, revoked or out of date. Make a new one on the page Administration › Tokens.`,
    );
  }
  const [vi = detail, en = vi] = detail.split(" / ");
  return new Trouble(vi, en);
}
