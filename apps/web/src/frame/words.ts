import type { Language } from "../language.tsx";

export const words: Readonly<Record<Language, Words>> = {
  vi: {
    pages: "Trang",
    names: [
      ["/", "Kiểm tra"],
      ["/nhap", "Nhập số liệu"],
      ["/tien-do", "Tiến độ"],
      ["/bao-cao", "Báo cáo"],
      ["/tra-cuu", "Tra cứu"],
      ["/quan-tri", "Quản trị"],
    ],
    signIn: "Đăng nhập",
    design: "Bộ mẫu giao diện",
    skip: "Tới nội dung",
    other: "English",
    dark: "Nền tối",
    light: "Nền sáng",
    promise: "Khớp kiểm các con số với nhau, không thay số liệu gốc. “Chưa đủ căn cứ” không có nghĩa là khớp.",
    notFound: "Không có trang này",
    home: "Về trang kiểm tra",
    fault: "Trang gặp lỗi",
    faultHow: "Tải lại trang để tiếp tục; tài liệu của bạn không bị ảnh hưởng.",
    reload: "Tải lại",
  },
  en: {
    pages: "Pages",
    names: [
      ["/", "Check"],
      ["/nhap", "Enter figures"],
      ["/tien-do", "Progress"],
      ["/bao-cao", "Report"],
      ["/tra-cuu", "Explore"],
      ["/quan-tri", "Administer"],
    ],
    signIn: "Sign in",
    design: "Interface samples",
    skip: "To the content",
    other: "Tiếng Việt",
    dark: "Dark",
    light: "Light",
    promise: "Khớp checks figures against each other; it does not replace the source data. “Cannot be told” does not mean that it fits.",
    notFound: "There is no such page",
    home: "To the check page",
    fault: "The page failed",
    faultHow: "Load it again to go on; your document is not touched.",
    reload: "Load again",
  },
};

interface Words {
  readonly pages: string;
  readonly names: readonly (readonly [address: string, name: string])[];
  readonly signIn: string;
  readonly design: string;
  readonly skip: string;
  readonly other: string;
  readonly dark: string;
  readonly light: string;
  readonly promise: string;
  readonly notFound: string;
  readonly home: string;
  readonly fault: string;
  readonly faultHow: string;
  readonly reload: string;
}
