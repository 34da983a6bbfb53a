/** The course of things: each step some working hours after the one before, until the end of the past cuts it off. */
import { type Life, office } from '#demo/city/take.ts';
import { hoursAfter } from '#demo/city/when.ts';

/** Usual hours until the next step; counted from `from` where that is later than the step before. */
export type Wait = number | { hours: number; from: Date };
/** Yields how long it waits and is given the instant of its next step. */
export type Course = Generator<Wait, void, Date>;

/** Runs it as far as it comes. @returns the instant of its last step, and whether it came to its own end. */
export function run(life: Life, course: Course, begin: Date): { at: Date; done: boolean } {
  let at = begin;
  let next = course.next();
  while (!next.done) {
    const wait = typeof next.value === 'number' ? { hours: next.value, from: at } : next.value;
    const base = wait.from > at ? wait.from : at;
    const then = office(life, hoursAfter(life.past.random, base, wait.hours));
    if (then > life.past.end) return { at, done: false };
    at = then;
    next = course.next(at);
  }
  return { at, done: true };
}
