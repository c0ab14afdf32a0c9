/** The addresses of pages that ask the server; all others belong to the check page, which can ask nobody. */
export const officeAddresses = ["/dang-nhap", "/nhap", "/tien-do", "/bao-cao", "/tra-cuu", "/quan-tri"] as const;
