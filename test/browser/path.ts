/** Where the browser of the tests is, as bin/setup --browser found it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const noteFile = join(import.meta.dirname, '../../node_modules/.browser');

/** The path of a Chromium that starts and writes Chinese; nothing before `bin/setup --browser`. */
export function browserPath(): string | undefined {
  try {
    return readFileSync(noteFile, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
