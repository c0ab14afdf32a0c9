/** Press, social networks, grassroots information, inspection and complaints. */
export const informationAndInspection = {
  press: `
Trong kỳ phát hành {{ "press.bulletins" | figure }} điểm báo tuần; ghi nhận {{ "press.articles" | figure }} về tỉnh trên báo chí.
{% written "press.more" optional %}{% endwritten %}
`,

  socialNetworks: `
{{ "social.reviewed" | figure: zero: "Không có tài khoản mạng xã hội phải thẩm định", around: "Thẩm định # mạng xã hội" }}; {{ "social.breaches" | figure: zero: "không phát hiện tài khoản vi phạm", around: "phát hiện # vi phạm" }}; {{ "social.opinions" | figure: zero: "không phát sinh vụ giám định tư pháp", around: "thực hiện # giám định tư pháp" }}.
`,

  grassroots: `
Ban hành {{ "grassroots.guidance" | figure: zero: "00 lượt" }} văn bản hướng dẫn truyền thanh cơ sở.
{% written "grassroots.more" optional %}{% endwritten %}
`,

  inspection: `
{{ "inspection.held" | figure: zero: "Trong kỳ không tiến hành cuộc thanh tra nào", around: "Trong kỳ tiến hành # thanh tra công vụ" }}; {{ "inspection.breaches" | figure: zero: "chưa phát hiện vi phạm", around: "phát hiện #" }}.
{% written "inspection.more" optional %}{% endwritten %}
`,

  complaints: `
{{ "complaints.received" | figure: zero: "Trong kỳ không phát sinh đơn thư khiếu nại, tố cáo", around: "Trong kỳ tiếp nhận # thư khiếu nại, tố cáo" }}.
{% written "complaints.more" optional %}{% endwritten %}
`,
};
