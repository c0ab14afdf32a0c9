import { createTransport } from "nodemailer";

/** A letter to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What carries letters. */
export interface Mailer {
  /** Throws when it was not taken. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Letters over SMTP, several at a time over few lines: `smtp://user:password@host:587`, or `smtps://` for TLS from the start. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 4 });
  return {
    send: async ({ to, subject, text }) => {
      // What the machine itself sends is answered by no other machine (RFC 3834).
      await transport.sendMail({ from, to, subject, text, headers: { "Auto-Submitted": "auto-generated" } });
    },
    close: () => transport.close(),
  };
}
