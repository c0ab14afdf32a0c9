import { chapter, enter, only } from "../../build/chapter.ts";
import { addsUp, of, shareOf, within } from "../../build/rules.ts";
import { securityLevel, severity } from "../breakdowns.ts";

const head = { responsible: "informationTechnology" };

/** Rà quét mã độc: told in words only. */
export const malware = chapter(
  {
    ...head,
    id: "malware",
    vi: "Rà quét mã độc và lỗ hổng bảo mật",
    en: "Malware and vulnerability scanning",
    legal: "Luật An toàn thông tin mạng 2015",
  },
  () => ({ indicators: [], rows: [] }),
);

/** Hồ sơ đề xuất cấp độ an toàn hệ thống thông tin. */
export const securityLevels = chapter(
  {
    ...head,
    id: "securityLevels",
    vi: "Hồ sơ đề xuất cấp độ an toàn",
    en: "Security levels of information systems",
    legal: "Nghị định 85/2016/NĐ-CP",
  },
  ({ stock, share }) => {
    const systems = stock("systems", "Hệ thống thông tin của cơ quan nhà nước", "Information systems of state bodies", "hệ thống");
    const approved = stock(
      "systems.approved",
      "Hệ thống thông tin được phê duyệt phương án bảo vệ theo cấp độ",
      "Systems with an approved level",
      "hệ thống",
      {
        breakdowns: [securityLevel],
      },
    );
    const approvedShare = share(
      "systems.approved-share",
      "Tỷ lệ hệ thống được phê duyệt phương án bảo vệ",
      "Share of systems with an approved level",
    );
    return {
      indicators: [systems, approved, approvedShare],
      rules: [addsUp(approved), within(of(approved), of(systems)), shareOf(approvedShare, approved, systems)],
      rows: [enter(systems, { typical: "100" }), enter(approved, { over: ["securityLevel"], typical: "27" })],
    };
  },
);

/** Hệ thống thu thập nhật ký máy chủ. */
export const serverLogs = chapter(
  {
    ...head,
    id: "serverLogs",
    vi: "Hệ thống thu thập nhật ký máy chủ",
    en: "Server log monitoring",
    legal: "Luật An toàn thông tin mạng 2015",
  },
  ({ stock, flow }) => {
    const servers = stock("servers.monitored", "Máy chủ được giám sát", "Servers monitored", "máy chủ");
    const alerts = flow("servers.alerts", "Cảnh báo từ máy chủ", "Alerts of servers", "cảnh báo", {
      breakdowns: [only(severity, "medium", "high", "critical")],
    });
    return {
      indicators: [servers, alerts],
      rules: [addsUp(alerts)],
      rows: [enter(servers, { typical: "50" }), enter(alerts, { over: ["severity"], typical: "400" })],
    };
  },
);

/** Hệ thống giám sát máy khách. */
export const endpoints = chapter(
  { ...head, id: "endpoints", vi: "Hệ thống giám sát máy trạm", en: "Endpoint monitoring", legal: "Luật An toàn thông tin mạng 2015" },
  ({ flow }) => {
    const alerts = flow("endpoints.alerts", "Cảnh báo từ máy trạm", "Alerts of endpoints", "cảnh báo", {
      breakdowns: [only(severity, "low", "medium", "high")],
    });
    return { indicators: [alerts], rules: [addsUp(alerts)], rows: [enter(alerts, { over: ["severity"], typical: "40" })] };
  },
);
