/** A heading of changes: "Tăng, giảm", "So với tháng trước (%)", "So cùng kỳ", "+/-". */
export const CHANGE = /tăng|giảm|so (?:với|sánh|cùng|kỳ|tháng|quý|năm|tuần|đầu|trước|CK)|\+\/-|±/iu;
