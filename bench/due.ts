/** Holds the arithmetic of limits against the slow one, minute by minute: CASES (100,000) over ten years, CALENDARS (50). */
import { compareCases } from '#test/due-cases.ts';

const cases = Number(process.env.CASES ?? 100_000);
const calendars = Number(process.env.CALENDARS ?? 50);
const began = performance.now();
for (let seed = 1; seed <= calendars; seed++) compareCases(seed, Math.ceil(cases / calendars));
process.stdout.write(`${cases} cases agree, in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
