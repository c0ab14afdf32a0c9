const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006";

/** What the parts of a Word file declare at their root. */
export const wordNamespaces = `xmlns:w="${main}" xmlns:r="${office}/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;

export const relationshipType = (kind: string): string => `${office}/relationships/${kind}`;
export const contentType = (kind: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
