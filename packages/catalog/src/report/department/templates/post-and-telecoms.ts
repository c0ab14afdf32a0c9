/** Post, telecoms, and how the department manages both. */
export const postAndTelecoms = {
  post: `
Về hạ tầng: toàn tỉnh có {{ "post.companies" | figure }} bưu chính và {{ "post.branches" | figure }} đại diện, với {{ "post.outlets" | figure }} phục vụ bưu chính (gồm: {{ "post.outlets" | by: "outlet", order: "colon", separator: "; " }}). Bán kính phục vụ bình quân {{ "post.radius" | figure }}; số dân bình quân một điểm phục vụ là {{ "post.people-served" | figure }}, tính theo dân số {{ "population.census" | figure }} của tổng điều tra {{ "population.census" | when }}.

Về sản lượng và doanh thu: ước thực hiện {{ period }} đạt {{ "post.items posted" | number }} bưu gửi và {{ "post.items delivered" | number }} bưu phát; doanh thu ước đạt {{ "post.revenue" | figure }}. Qua dịch vụ bưu chính công ích đã tiếp nhận {{ "post.files-taken" | figure }} và chuyển trả kết quả {{ "post.files-returned" | figure }} thủ tục hành chính; doanh thu bưu chính công ích ước đạt {{ "post.public-revenue" | figure }}.
{% written "post.more" optional %}{% endwritten %}
`,

  telecoms: `
Về hạ tầng: trên địa bàn tỉnh có {{ "telecoms.companies" | figure }} cung cấp dịch vụ viễn thông; {{ "telecoms.switches" | figure }} chuyển mạch; {{ "telecoms.microwave" | figure }} viba; {{ "telecoms.controllers" | figure }} điều khiển trạm gốc (BSC); {{ "telecoms.cable-routes copper" | figure }} cáp đồng dài {{ "telecoms.cable-length copper" | figure }}; {{ "telecoms.cable-routes fibre" | figure }} cáp quang dài {{ "telecoms.cable-length fibre" | figure }}; {{ "telecoms.stations" | figure }} BTS (gồm: {{ "telecoms.stations" | by: "technology", form: "figure", order: "after", separator: ", " }}), đặt tại {{ "telecoms.sites" | figure }}, trong đó {{ "telecoms.shared-sites" | figure }} cột ăng-ten dùng chung. Tỷ lệ thôn có cáp quang, 3G, 4G đạt {{ "telecoms.villages-share" | figure }}.

Về doanh thu và thuê bao: doanh thu viễn thông {{ period }} ước đạt {{ "telecoms.revenue" | figure }}. Phát triển mới {{ "telecoms.phones-new" | figure }} điện thoại (gồm: {{ "telecoms.phones-new" | by: "phone", order: "colon", separator: "; " }}). Tổng số thuê bao điện thoại hiện có là {{ "telecoms.phones" | figure }} (gồm: {{ "telecoms.phones" | by: "phone", order: "colon", separator: "; " }}), mật độ {{ "telecoms.phone-density" | figure }}; mật độ thuê bao cố định và trả sau là {{ "telecoms.paid-density" | figure }}.

Phát triển mới {{ "telecoms.internet-new" | figure }} internet băng rộng (gồm: {{ "telecoms.internet-new" | by: "internet", order: "colon", separator: "; " }}). Tổng số thuê bao internet băng rộng hiện có là {{ "telecoms.internet" | figure }} (gồm: {{ "telecoms.internet" | by: "internet", order: "colon", separator: "; " }}), mật độ {{ "telecoms.internet-density" | figure }}. Các mật độ tính theo dân số trung bình {{ "population.mean" | when }} là {{ "population.mean" | figure }}.
{% written "telecoms.more" optional %}{% endwritten %}
`,

  stateManagement: `
Sở đã ban hành {{ "decisions.package" | figure: zero: "00 quyết định" }} triển khai gói thầu truyền thanh năm trước và {{ "decisions.project" | figure: zero: "00 quyết định" }} triển khai dự án truyền thanh trong năm. Trong kỳ cấp {{ "licences.boats" | figure: zero: "00 giấy phép" }} sử dụng tần số cho tàu cá.
{% written "stateManagement.more" optional %}{% endwritten %}
`,
};
