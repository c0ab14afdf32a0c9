/** Certificates, documents, public services, portal and mail. */
export const digital = {
  certificates: `
Trong kỳ đã cấp {{ "certificates.issued" | figure: zero: "không phát sinh chứng thư số mới" }} cho các tổ chức, cá nhân.
{% written "certificates.more" optional %}{% endwritten %}
`,

  documents: `
Trên toàn tỉnh, tỷ lệ sử dụng chữ ký số cá nhân đạt {{ "documents.signed-share" | figure }} ({{ "documents.signed-change" | change: around: since }}), trong đó {{ "documents.signed-share" | by: "level", form: "figure", separator: "; ", verb: "đạt" }}.

{{ "documents" | window | upfirst }}, tổng số văn bản đi, đến toàn tỉnh là {{ "documents" | figure }} ({{ "documents.growth" | change: around: since }}), gồm {{ "documents sent" | figure }} đi ({{ "documents.growth sent" | change: around: since }}) và {{ "documents received" | figure }} đến ({{ "documents.growth received" | change: around: since }}).

Văn bản đi theo cấp: {{ "documents sent" | by: "level", form: "figure", separator: "; " }}. Văn bản đến theo cấp: {{ "documents received" | by: "level", form: "figure", separator: "; " }}.
{% written "documents.more" optional %}{% endwritten %}
`,

  services: `
Toàn tỉnh cung cấp {{ "services.online" | figure }} công trực tuyến ({{ "services.change" | change }} so với quyết định công bố), gồm {{ "services.online full" | figure }} công trực tuyến toàn trình ({{ "services.change full" | change }}) và {{ "services.online partial" | figure }} công trực tuyến một phần ({{ "services.change partial" | change }}). Dịch vụ công trực tuyến toàn trình theo cấp: {{ "services.online full" | by: "level", separator: "; " }}. Dịch vụ công trực tuyến một phần theo cấp: {{ "services.online partial" | by: "level", separator: "; " }}. Trong số đó có {{ "services.linked" | figure }} công trực tuyến liên thông; có {{ "services.integrated" | figure }} đã kết nối với Cổng quốc gia, đạt {{ "services.integrated-share" | figure }} tổng số dịch vụ công trực tuyến.

{{ "dossiers.received" | window | upfirst }}, toàn tỉnh tiếp nhận {{ "dossiers.received" | figure }}, trong đó: {{ "dossiers.received" | by: "channel", form: "figure", order: "after", share: "dossiers.received-share", separator: "; " }}{% note %}Hồ sơ tiếp nhận theo cấp: {{ "dossiers.received" | by: "level", form: "figure", separator: "; " }}.{% assign levels = "dossiers.received" | members: "level" %}{% for level in levels %} {{ level.name | upfirst }} tiếp nhận {{ "dossiers.received " | append: level.id | figure }}, trong đó: {{ "dossiers.received " | append: level.id | by: "channel", form: "figure", order: "after", share: "dossiers.received-share", separator: "; " }}.{% endfor %}{% endnote %}.

Văn phòng Đăng ký đất đai tiếp nhận {{ "dossiers.land" | figure }}, trong đó: {{ "dossiers.land" | by: "channel", form: "figure", order: "after", share: "dossiers.land-share", separator: "; " }}.

Toàn tỉnh đã giải quyết {{ "dossiers.resolved" | figure }}, trong đó: {{ "dossiers.resolved" | by: "outcome", form: "figure", order: "after", share: "dossiers.resolved-share", separator: "; " }}{% note %}Hồ sơ đã giải quyết theo cấp: {{ "dossiers.resolved" | by: "level", form: "figure", separator: "; " }}.{% assign levels = "dossiers.resolved" | members: "level" %}{% for level in levels %} {{ level.name | upfirst }} đã giải quyết {{ "dossiers.resolved " | append: level.id | figure }}, trong đó: {{ "dossiers.resolved " | append: level.id | by: "outcome", form: "figure", order: "after", share: "dossiers.resolved-share", separator: "; " }}.{% endfor %}{% endnote %}.
{% written "services.more" optional %}{% endwritten %}
`,

  webPortal: `
Cổng thông tin điện tử của tỉnh đăng {{ "web.articles" | figure }}; lấy ý kiến góp ý đối với {{ "web.drafts" | figure }} dự thảo.
{% written "webPortal.more" optional %}{% endwritten %}
`,

  mail: `
Tỷ lệ cán bộ, công chức, viên chức thường xuyên sử dụng thư điện tử công vụ đạt {{ "mail.regular-share" | figure }}; tỷ lệ giấy mời, tài liệu họp, lịch công tác gửi qua thư điện tử đạt {{ "mail.invitations-share" | figure }}. Trong kỳ cấp mới {{ "mail.created" | figure }} thư điện tử, khôi phục mật khẩu cho {{ "mail.reset" | figure }}; tổng số tài khoản thư điện tử hiện có là {{ "mail.accounts" | figure }}.
`,

  spam: `
Hệ thống lọc thư rác chặn bình quân {{ "spam.daily" | figure }}.
`,
};
