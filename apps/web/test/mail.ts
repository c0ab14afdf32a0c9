import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as it came in. */
export interface Letter {
  readonly to: string;
  readonly raw: string;
}

/** A real mail server on this machine, which keeps what it takes and whose boxes of some are full. */
export class Mail {
  readonly letters: Letter[] = [];
  readonly #server: SMTPServer;
  /** Addresses that take no letter now. */
  readonly full = new Set<string>();

  private constructor() {
    this.#server = new SMTPServer({
      secure: false,
      disabledCommands: ["STARTTLS"],
      logger: false,
      onAuth: ({ username, password }, _, done) =>
        username === "khop" && password === "mật khẩu" ? done(null, { user: username }) : done(new Error("wrong password")),
      onRcptTo: ({ address }, _, done) =>
        done(this.full.has(address) ? Object.assign(new Error("mailbox full"), { responseCode: 452 }) : null),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          this.letters.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(" "),
            raw: Buffer.concat(parts).toString(),
          });
          done();
        });
      },
    });
  }

  static async open(): Promise<Mail> {
    const mail = new Mail();
    await new Promise<void>((resolve) => mail.#server.listen(0, "127.0.0.1", resolve));
    return mail;
  }

  /** How a server of ours is told to hand letters over here. */
  get settings(): Readonly<Record<string, string>> {
    const { port } = this.#server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://khop:${encodeURIComponent("mật khẩu")}@127.0.0.1:${port}`, SMTP_FROM: "Khớp <khop@an-phu.example>" };
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The subject of a letter and its text, as people read them. */
export function read({ raw }: Letter): { readonly subject: string; readonly text: string } {
  const [head = "", body = ""] = raw.split(/\r\n\r\n(.*)/s);
  const bytesOf = (text: string): Buffer =>
    Buffer.from(
      text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      "latin1",
    );
  const folded =
    /^subject: ((?:.|\r\n[ \t])*)/im
      .exec(head)?.[1]
      ?.replace(/\?=\r\n[ \t]=\?/g, "?==?")
      .replace(/\r\n[ \t]/g, " ") ?? "";
  const subject = folded.replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, how: string, text: string) =>
    (how.toLowerCase() === "b" ? Buffer.from(text, "base64") : bytesOf(text.replaceAll("_", " "))).toString("latin1"),
  );
  const isBase64 = /content-transfer-encoding: base64/i.test(head);
  const isQuoted = /content-transfer-encoding: quoted-printable/i.test(head);
  return {
    // A sign may be cut between two words of the head; its bytes come together again here.
    subject: Buffer.from(subject, "latin1").toString(),
    text: isBase64 ? Buffer.from(body, "base64").toString() : isQuoted ? bytesOf(body).toString() : body,
  };
}
