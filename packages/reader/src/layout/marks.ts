import { fold, isUpper } from "./fold.ts";

/** Kinds of administrative documents, folded. Source: Nghị định 30/2020/NĐ-CP, Điều 7. */
const kinds = new Set(
  [
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Thông cáo",
    "Thông báo",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Báo cáo tóm tắt",
    "Biên bản",
    "Tờ trình",
    "Hợp đồng",
    "Công điện",
    "Bản ghi nhớ",
    "Bản thỏa thuận",
    "Giấy ủy quyền",
    "Giấy mời",
    "Giấy giới thiệu",
    "Giấy nghỉ phép",
    "Phiếu gửi",
    "Phiếu chuyển",
    "Phiếu báo",
    "Đề cương báo cáo",
    "Phụ lục báo cáo",
  ].map(fold),
);

export const isTitle = (text: string): boolean => text.length < 40 && kinds.has(fold(text));

export const isNationalName = (text: string): boolean => text.length < 60 && /^cong hoa xa hoi chu nghia viet nam$/.test(fold(text));

export const isMotto = (text: string): boolean => text.length < 60 && /^doc lap tu do hanh phuc$/.test(fold(text));

export const isDocNumber = (text: string): boolean => text.length < 70 && /^Số\s*[:.]?\s*[\d…._ ]*\s*[/\\-]\s*[\p{L}…]/iu.test(text);

const written = /^\p{Lu}[\p{L}\s.'-]{1,60}?[,.;]?\s*ngày[\s\d….]*(?:tháng|\/)[\s\d….]*(?:năm|\/)[\s\d….]*$/iu;
const inDigits = /^\p{Lu}[\p{L}\s]{1,40},\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u;

export const isPlaceDate = (text: string): boolean => text.length < 90 && (written.test(text) || inDigits.test(text));

export const isSubject = (text: string): boolean => /^["“]?(?:V\s*\/\s*v|Về việc)(?![\p{L}])/iu.test(text);

export const isAddressedTo = (text: string): boolean => /^kính gửi(?![\p{L}])/iu.test(text);

export const isRecipientsTitle = (text: string): boolean => text.length < 24 && /^noi nhan$/.test(fold(text));

export const isRule = (text: string): boolean => /^\s*[_–—―─=-](?:\s*[_–—―─=-]){3,}\s*$/u.test(text);

export const isSecrecy = (text: string): boolean => text.length < 20 && /^(?:(?:tuyet |toi )?mat)$/.test(fold(text)) && isUpper(text);

export const isUrgency = (text: string): boolean => text.length < 40 && /^(?:(?:thuong )?khan|hoa toc)(?: hen gio)?$/.test(fold(text));

export const isAppendixNumber = (text: string): boolean =>
  text.length < 30 && /^phu luc(?: (?:so )?(?:[ivx]+|\d{1,2}|[a-h]))?$/.test(fold(text)) && !/["”]/.test(text);

/** "Đơn vị tính: hồ sơ" above a table or a chart. */
export const isTableUnit = (text: string): boolean => text.length < 60 && /^\(?\s*(?:Đơn vị(?: tính)?|ĐVT)\s*:/iu.test(text);

/** "Biểu đồ 2. Hồ sơ theo cấp", "Hình 1:". */
export const isPictureName = (text: string): boolean =>
  text.length < 200 && /^(?:Biểu đồ|Sơ đồ|Bản đồ|Hình)(?:\s+(?:số\s+)?[\dIVX]+(?:\.\d+)*)?\s*[.:]/u.test(text);

export const isAppendixReference = (text: string): boolean => text.length < 300 && /^\(?\s*(?:ban hành )?kèm theo /iu.test(text);

export const isLegalBasis = (text: string): boolean => /^Căn cứ\s/u.test(text) && text.length < 600;

export const isProposal = (text: string): boolean => /^(?:Theo|Xét)\s+(?:đề nghị|tờ trình|báo cáo)/iu.test(text);

export const isAuthority = (text: string): boolean =>
  text.length < 90 && /^(?:TM|KT|TL|TUQ|Q)\s*[.,]/u.test(text) && isUpper(text.replace(/\(.*\)/, ""));

const roles =
  /^(?:pho |quyen |q )?(?:(?:tong )?giam doc|chu tich|bo truong|thu truong|chanh (?:van phong|thanh tra|an)|(?:tong )?cuc truong|vu truong|(?:chi cuc|hieu|vien|phong|ban|doan|to|khoa|tram) truong|truong (?:phong|ban|khoa|doan|to|dai dien|ty)|bi thu|tong thu ky|thu tuong|thong doc|vien pho|hieu pho|uy vien|chanh|thu ky|phu trach)(?: |$)/;

export const isPosition = (text: string): boolean => text.length < 60 && isUpper(text) && roles.test(fold(text));

/** Two to six words that begin with capitals, degrees and ranks in front of them or not. */
export const isPersonName = (text: string): boolean =>
  text.length < 50 && /^(?:[\p{L}]{1,4}\.\s*)*\p{Lu}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]*){1,5}$/u.test(text.trim()) && !/[;:,]/.test(text);

export const isBullet = (text: string): boolean => /^\s*[-+*•–—○●▪]\s*\S/u.test(text);

/** Words that the name of a body opens with, folded: where one stands, a new name begins. */
const bodies =
  /^(?:uy ban|ubnd|hoi dong|hdnd|bo|so|phong|ban|van phong|trung tam|truong|vien|tong cuc|cuc|chi cuc|tong cong ty|cong ty|thanh tra|tinh uy|huyen uy|dang uy|thanh uy|hoi|lien doan|kho bac|bao hiem|ngan hang|chi nhanh|benh vien|toa an|quy|doan|ban quan ly|thong tan|dai|kiem toan|hoc vien) /;

export const opensBody = (text: string): boolean => bodies.test(`${fold(text)} `);
