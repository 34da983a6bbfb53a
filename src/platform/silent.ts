/** The queue's logger: errors alone, on standard error. */
import { Logger } from 'graphile-worker';

export const silent = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`${message}\n`);
});
