/** Security of information, cameras, feedback of citizens, stations and reservoirs. */
export const securityAndSensors = {
  malware: `
{% written "malware" %}{% endwritten %}
`,

  securityLevels: `
Đến nay có {{ "systems.approved" | number }}/{{ "systems" | figure }} thông tin của các cơ quan có phương án bảo vệ theo cấp độ được phê duyệt, đạt {{ "systems.approved-share" | figure }}; trong đó: {{ "systems.approved" | by: "securityLevel", form: "figure", order: "after", separator: ", " }}.
`,

  serverLogs: `
Hệ thống thu thập nhật ký theo dõi {{ "servers.monitored" | figure }}, ghi nhận {{ "servers.alerts" | figure }}, gồm: {{ "servers.alerts" | by: "severity", form: "figure", order: "after", separator: ", " }}.
{% written "serverLogs.more" optional %}{% endwritten %}
`,

  endpoints: `
Hệ thống giám sát máy trạm ghi nhận {{ "endpoints.alerts" | figure }}, gồm: {{ "endpoints.alerts" | by: "severity", form: "figure", order: "after", separator: ", " }}.
{% written "endpoints.more" optional %}{% endwritten %}
`,

  cameras: `
Trong kỳ có {{ "cameras.working" | figure }} giao thông hoạt động ổn định; {{ "cameras.disorder" | figure: zero: "không phát hiện vụ gây rối trật tự nào", around: "phát hiện # gây rối trật tự" }}.
`,

  feedback: `
Trong kỳ tiếp nhận {{ "feedback.received" | figure }} hiện trường, nâng tổng số phản ánh hiện trường lũy kế lên {{ "feedback.to-date" | figure }}. Phản ánh tiếp nhận trong kỳ theo lĩnh vực: {{ "feedback.received" | by: "field", order: "colon", separator: "; " }}.
{% written "feedback.more" optional %}{% endwritten %}
`,

  environment: `
Trên địa bàn tỉnh có {{ "stations" | figure }} quan trắc tự động, gồm {{ "stations wastewater" | figure }} nước thải đang hoạt động, {{ "stations emissions" | figure }} khí thải đang hoạt động và {{ "stations emissionsPaused" | figure }} khí thải tạm ngưng.

- Nước thải: {{ "stations.exceeded wastewater" | figure: zero: "không có trường hợp vượt quy chuẩn" }}{% unless figures["stations.exceeded wastewater"].isZero %} vượt quy chuẩn ({{ "stations.exceeded.wastewater" | by: "station", order: "colon", separator: "; " }}){% endunless %}; {{ "stations.offline wastewater" | figure: zero: "không có trường hợp mất kết nối" }}{% unless figures["stations.offline wastewater"].isZero %} mất kết nối ({{ "stations.offline.wastewater" | by: "station", order: "colon", separator: "; " }}){% endunless %}.

- Khí thải: {{ "stations.exceeded emissions" | figure: zero: "không có trường hợp vượt quy chuẩn", around: "# vượt quy chuẩn" }}; {{ "stations.offline emissions" | figure: zero: "không có trường hợp mất kết nối", around: "# mất kết nối" }}.
`,

  reservoirs: `
Trong {{ "reservoirs" | figure }} chứa cập nhật số liệu: {{ "reservoirs over" | figure: zero: "không có hồ vượt 100% dung tích (mức nguy hiểm)", around: "# vượt 100% dung tích (mức nguy hiểm)" }}; {{ "reservoirs high" | figure: zero: "không có hồ đạt từ 80% đến 100% dung tích (mức cảnh báo)", around: "# đạt từ 80% đến 100% dung tích (mức cảnh báo)" }}; {{ "reservoirs normal" | figure }} đạt dưới 80% dung tích (mức bình thường).
`,
};
