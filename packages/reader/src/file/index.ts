export { type Decoded, decodeText, firstBadByte } from "./decode.ts";
export { extensionOf, type Format, formatOf, headBytes, isPdf, isZip, opensLikePage, textExtensions } from "./format.ts";
export { oldText } from "./old-text.ts";
export { type Contents, type OpenDocument, openDocument } from "./open-document.ts";
