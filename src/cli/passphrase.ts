/** A passphrase: from SUYUAN_PASSPHRASE for scripts, else typed on the terminal, where it is not shown. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { problem } from '#platform/problem.ts';

/** `twice`: a new one, to be typed again. @throws passphrase_needed, passphrase_differs */
export async function askPassphrase(twice: boolean): Promise<string> {
  const given = process.env.SUYUAN_PASSPHRASE;
  if (given) return given;
  if (!process.stdin.isTTY) throw problem('passphrase_needed');
  const first = await typed('口令 Passphrase: ');
  if (twice && (await typed('再输一次 Again: ')) !== first) throw problem('passphrase_differs');
  return first;
}

async function typed(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // With `terminal` the echo is readline's, and goes nowhere.
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  lines.on('SIGINT', () => process.exit(130));
  process.stderr.write(question); // after the echo is off: somebody may type at once
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
