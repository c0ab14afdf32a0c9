import type { Wording } from "../regime.ts";

/** What the monthly report says of itself. */
export const wording: Wording = {
  title: "Báo cáo",
  summary: "Kết quả công tác {{ period }} và nhiệm vụ trọng tâm {{ nextPeriod }}",
  opening:
    "Thực hiện chế độ báo cáo định kỳ, {{ body }} báo cáo kết quả công tác {{ period }} và nhiệm vụ trọng tâm {{ nextPeriod }} như sau:",
  closing: "Trên đây là báo cáo kết quả công tác {{ period }} và nhiệm vụ trọng tâm {{ nextPeriod }} của {{ body }}./.",
  tasksTitle: "Nhiệm vụ trọng tâm {{ nextPeriod }}",
  symbol: "BC-STTTT",
  appendices: [
    {
      id: "dossiers",
      title: "Tiếp nhận và giải quyết hồ sơ theo cấp",
      template: `
{% table "dossiers.received" rows: "level" columns: "channel" caption: "Hồ sơ tiếp nhận theo hình thức" %}
{% chart "dossiers.received" by: "level" series: "channel" caption: "Biểu đồ 1. Hồ sơ tiếp nhận theo cấp và hình thức" %}
{% table "dossiers.resolved" rows: "level" columns: "outcome" caption: "Hồ sơ đã giải quyết theo kết quả" %}
`,
    },
  ],
};
