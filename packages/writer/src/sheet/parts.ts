const office = "http://schemas.openxmlformats.org/officeDocument/2006";

/** What the parts of an Excel file declare at their root. */
export const spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships"`;

export const relationshipType = (kind: string): string => `${office}/relationships/${kind}`;
export const contentType = (kind: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
