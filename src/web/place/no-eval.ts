/** Imported before anything else: zod must not try `new Function`, which the page's security policy forbids and reports. */
import { config } from 'zod';

config({ jitless: true });
