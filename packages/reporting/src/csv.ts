/** Rows as a CSV file that Excel opens as it should in Vietnam: UTF-8 with a mark, semicolons, and nothing that it takes for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(field).join(";")).join("\r\n")}\r\n`;
}

function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
