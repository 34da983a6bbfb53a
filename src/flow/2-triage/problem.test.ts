/** The limits that run in each state are those that the steps start and stop: checked over the whole table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Step } from '#rules/steps.ts';
import { clocksBack, retractable } from '#triage/back/retract.ts';
import { type ProblemRole, type ProblemState, runs, steps } from '#triage/problem.ts';

const table: [string, Step<ProblemState, ProblemRole>][] = Object.entries(steps);

for (const [name, { from, to, stops = [], starts = [] }] of table) {
  if (!to) continue;
  for (const state of from)
    test(`${name} from ${state} leaves what runs in ${to}`, () => {
      const left = runs[state].filter((limit) => !stops.includes(limit));
      assert.deepEqual([...left, ...starts].sort(), [...runs[to]].sort());
    });
}

for (const step of retractable)
  for (const state of steps[step].from)
    test(`${step} taken back to ${state} lets run what ran`, () => {
      const { to }: Step<ProblemState, ProblemRole> = steps[step];
      const { on, off } = clocksBack(step, state);
      const after = [...runs[to!].filter((limit) => !off.includes(limit)), ...on];
      assert.deepEqual(after.sort(), [...runs[state]].sort());
    });
