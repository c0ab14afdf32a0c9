import type { RegimeIndicator } from "../regime.ts";

/** What reports call indicators beside their own names, by id. */
const indicatorNames: Readonly<Record<string, readonly string[]>> = {
  "mail.created": ["tài khoản thư cấp phát", "đã cấp phát tài khoản"],
  "mail.accounts": ["tổng số tài khoản thư", "tổng số thư hiện có"],
  "mail.reset": ["khôi phục mật khẩu tài khoản"],
  "endpoints.alerts": ["cảnh báo giám sát máy khách", "cảnh báo từ máy tính người dùng"],
  "servers.alerts": ["cảnh báo nhật ký máy chủ"],
  "dossiers.land": ["hồ sơ đăng ký quyền sử dụng đất", "hồ sơ đất đai tiếp nhận"],
  "dossiers.land-share": ["tỷ lệ hồ sơ đăng ký quyền sử dụng đất"],
  reservoirs: ["hồ chứa", "hồ đạt dung tích", "hồ thủy lợi"],
  "telecoms.villages-share": ["tỷ lệ thôn phủ cáp quang", "số thôn có dân cư được phủ 3G, 4G"],
  "telecoms.cable-length": ["cáp dài", "tổng chiều dài cáp"],
  "spam.daily": ["thư rác lọc trung bình mỗi ngày", "lọc thư rác một ngày"],
  systems: ["tổng số hệ thống thông tin"],
  "stations.exceeded": ["cảnh báo vượt quy chuẩn"],
  "stations.exceeded.wastewater": ["cảnh báo vượt quy chuẩn, nước thải"],
};

/** What they call members, by breakdown and member. */
const memberNames: Readonly<Record<string, readonly string[]>> = {
  "extent full": ["toàn phần"],
  "channel post": ["qua dịch vụ bưu chính", "qua bưu điện"],
  "outcome onTime": ["đúng hạn", "trước hạn và đúng hạn"],
  "outcome late": ["quá hạn", "chậm hạn"],
  "storage over": ["vượt 100% dung tích", "mức nguy hiểm", "nguy hiểm"],
  "storage high": ["từ 80% đến 100% dung tích", "mức độ cảnh báo"],
  "storage normal": ["bình thường", "dung tích dưới 80%"],
};

/** An indicator with what else it is called. */
export function alsoKnown(indicator: RegimeIndicator): RegimeIndicator {
  const aka = indicatorNames[indicator.id];
  const breakdowns = indicator.breakdowns?.map((breakdown) => ({
    ...breakdown,
    members: breakdown.members.map((member) => {
      const names = memberNames[`${breakdown.id} ${member.id}`];
      return names === undefined ? member : { ...member, aka: names };
    }),
  }));
  return { ...indicator, ...(aka === undefined ? {} : { aka }), ...(breakdowns === undefined ? {} : { breakdowns }) };
}
