const item = (path: string, name: string, value: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

const scripting = "/org.openoffice.Office.Common/Security/Scripting";
const inet = "/org.openoffice.Inet/Settings";

/** Settings of LibreOffice for files of strangers: no macros, no links followed, and a proxy that leads nowhere. */
export const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  item(scripting, "MacroSecurityLevel", "3"),
  item(scripting, "DisableMacrosExecution", "true"),
  item(scripting, "BlockUntrustedRefererLinks", "true"),
  item(scripting, "DisableActiveContent", "true"),
  item(inet, "ooInetProxyType", "2"),
  item(inet, "ooInetHTTPProxyName", "127.0.0.1"),
  item(inet, "ooInetHTTPProxyPort", "9"),
  item(inet, "ooInetHTTPSProxyName", "127.0.0.1"),
  item(inet, "ooInetHTTPSProxyPort", "9"),
  item(inet, "ooInetNoProxy", ""),
  item("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
  item("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
].join("\n")}
</oor:items>
`;
