import { createTransport } from 'nodemailer';

/** One letter, in plain text. */
export interface Letter {
  from: string;
  to: string[];
  subject: string;
  text: string;
}

/** Sends letters. */
export interface Letters {
  send(letter: Omit<Letter, 'from'>): Promise<unknown>;
  /** What is being sent is given up. */
  close(): void;
}

/** A mail server that does not answer is given up after so many milliseconds. */
const patience = 15_000;

/** Whether a login is a mail address that a letter can go to. */
export const isAddress = (login: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(login);

/** Whom letters come from: the mail server’s own account where that is an address. */
function senderOf(smtpUrl: string): string {
  const { username, hostname } = new URL(smtpUrl);
  const user = decodeURIComponent(username);
  return isAddress(user) ? user : `huddleboard@${hostname}`;
}

/**
 * The way to the mail server of `SMTP_URL`; undefined where none is set. `send` stands in for it in tests.
 */
export function openLetters(
  smtpUrl: string | null,
  send?: (letter: Letter) => Promise<unknown>,
): Letters | undefined {
  if (send) return { send: (letter) => send({ from: 'huddleboard@localhost', ...letter }), close: () => {} };
  if (smtpUrl === null) return undefined;
  const from = senderOf(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return { send: (letter) => transport.sendMail({ from, ...letter }), close: () => transport.close() };
}
