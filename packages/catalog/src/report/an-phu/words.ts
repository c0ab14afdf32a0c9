/** What people add to the figures of a report. */
interface PeopleWords {
  readonly letter: {
    parentBody: string;
    body: string;
    docNumber: { number: string; symbol: string };
    place: string;
    date: string;
    addressedTo: string[];
    addressees: string[];
    signatureBlock: { authority: string; position: string; name: string };
    tasks: { text: string; responsible: string; dueDate?: string }[];
  };
  /** Passages by their ids. */
  readonly written: Readonly<Record<string, string>>;
}

/** What people write about the report of October 2024 of An Phú, which is nowhere: who reports to whom, and the passages between the figures. */
export const anPhuReport: PeopleWords = {
  letter: {
    parentBody: "Ủy ban nhân dân tỉnh An Phú",
    body: "Sở Thông tin và Truyền thông",
    docNumber: { number: "128", symbol: "BC-STTTT" },
    place: "An Phú",
    date: "2024-10-16",
    addressedTo: ["Ủy ban nhân dân tỉnh An Phú", "Bộ Thông tin và Truyền thông"],
    addressees: ["Như trên", "Giám đốc và các Phó Giám đốc Sở", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP"],
    signatureBlock: { authority: "KT. Giám đốc", position: "Phó Giám đốc", name: "Lê Thị Minh Họa" },
    tasks: [
      {
        text: "Trình Ủy ban nhân dân tỉnh dự thảo kế hoạch chuyển đổi số năm 2025",
        responsible: "Phòng Công nghệ thông tin và Chuyển đổi số",
        dueDate: "2024-11-20",
      },
      {
        text: "Khắc phục các cảnh báo mất an toàn thông tin mức nghiêm trọng trên máy chủ",
        responsible: "Phòng Công nghệ thông tin và Chuyển đổi số",
      },
      { text: "Đôn đốc doanh nghiệp viễn thông phủ sóng các thôn vùng xa trước mùa mưa lũ", responsible: "Phòng Bưu chính - Viễn thông" },
      {
        text: "Hướng dẫn truyền thanh cơ sở tuyên truyền phòng, chống lừa đảo trên không gian mạng",
        responsible: "Phòng Thông tin - Báo chí - Xuất bản",
      },
      { text: "Hoàn thành kết luận thanh tra công vụ, báo cáo công tác phòng, chống tham nhũng", responsible: "Thanh tra Sở" },
    ],
  },
  /** By the ids of their passages. */
  written: {
    direction:
      "Sở đã tham mưu Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành và địa phương nâng chất lượng dịch vụ công trực tuyến, rà soát hạ tầng số trước mùa mưa lũ; giao ban hằng tuần để tháo gỡ vướng mắc của cấp xã.",
    malware:
      "Đã gửi cảnh báo tới các cơ quan về thư điện tử giả mạo có gắn mã độc; hướng dẫn vá các lỗ hổng mới công bố và rà soát tài khoản có mật khẩu yếu.",
    "services.more": "Hồ sơ trễ hạn chủ yếu do phải xác minh thực địa; các đơn vị đã có văn bản xin lỗi và hẹn lại ngày trả kết quả.",
    foreignInformation: "Biên soạn xong tài liệu tập huấn đối ngoại cho cấp xã; phối hợp giới thiệu hình ảnh tỉnh trên các kênh song ngữ.",
    "press.more": "Báo chí tập trung phản ánh tiến độ các dự án trọng điểm, vụ thu hoạch nho và công tác chuẩn bị ứng phó thiên tai.",
    publishing: "Hướng dẫn các cơ sở in thực hiện lưu chiểu; không phát hiện xuất bản phẩm vi phạm.",
    antiCorruption: "Công khai dự toán, mua sắm theo quy định; chưa phát hiện vụ việc tham nhũng, tiêu cực.",
  },
};
