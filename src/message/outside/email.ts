/** E-mail by SMTP: plain text and simple HTML in the reader's language, with an id that is the same when it is sent again. */
import { createHash } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import { noReplyWords, openWords, subjectWords } from '#message/message.words.ts';
import { type Failure, type SettingsOf, settingsOf } from '#message/outside/channel.ts';
import type { Opened, Outcome, Outside, Push } from '#message/outside.ts';
import type { City } from '#platform/city.ts';

const PATIENCE_MS = 10_000;

export const email: Outside = { name: 'email', send };

async function send(push: Push, channel: Opened, city: City): Promise<Outcome> {
  const settings = settingsOf.email.parse(channel.settings);
  const { host, port, security, user, trusted } = settings;
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(user && { auth: { user, pass: channel.secret } }),
    tls: { minVersion: 'TLSv1.2', ...(trusted && { ca: [...rootCertificates, trusted] }) },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(mailOf(push, settings, city));
    return 'gone';
  } catch (error) {
    return outcomeOf(error);
  } finally {
    transport.close();
  }
}

export function mailOf(push: Push, { from, desk }: SettingsOf<'email'>, city: City) {
  const { language } = push;
  const name = `${city.name[language]} · ${subjectWords[language]}`;
  const link = desk && `${desk}/messages`;
  const lines = push.lines.map((line) => line[language]);
  const text = [push.words[language], ...lines.map((line) => `- ${line}`), link, noReplyWords[language]];
  const list = lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` : '';
  const way = link ? `<p><a href="${escaped(link)}">${openWords[language]}</a></p>` : '';
  return {
    from: { name, address: from },
    to: { name: '', address: push.address },
    subject: `${subjectWords[language]}：${push.words[language]}`.slice(0, 120),
    text: text.filter((line) => line !== '').join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body><p>${escaped(push.words[language])}</p>${list}${way}<p style="color:#667">${noReplyWords[language]}</p></body></html>`,
    messageId: `<${createHash('sha256').update(`${city.slug} ${push.key}`).digest('hex').slice(0, 40)}@${from.split('@')[1]}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** 5xx to the address: nobody there. 4xx: come again. nodemailer's own codes tell the rest. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, command, message } = {
    ...nothing,
    ...(error as Partial<typeof nothing>),
    ...said(error),
  };
  if (code === 'EAUTH') return { later: 'sign_in' };
  if (command === 'STARTTLS') return { later: 'no_tls' };
  if (command === 'RCPT TO' && responseCode >= 550) return { never: 'no_such_person' };
  if (responseCode >= 400 && responseCode < 500) return { later: 'limit' };
  if (responseCode >= 500) return { later: 'refused' };
  return { later: lineFailure(message) };
}

const nothing = { code: '', responseCode: 0, command: '', message: '' };
const said = (error: unknown) => ({ message: error instanceof Error ? error.message : '' });

/** What went wrong on the line stands in the words alone: nodemailer puts a code of its own in the place of OpenSSL's. */
function lineFailure(message: string): Failure {
  if (/certificate|altnames|unable to verify/i.test(message)) return 'certificate';
  return /wrong version number|SSL routines/i.test(message) ? 'no_tls' : 'no_answer';
}
