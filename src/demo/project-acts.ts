/** A project of the demo from its draft as far as it has come, each move by the real verb at its own office hour. */
import { Readable } from 'node:stream';
import { acceptProject } from '#acceptance/acceptance.actions.ts';
import { addDays, dayOf, startOfDay } from '#clock/day.ts';
import { type Traced, trace } from '#demo/causes.ts';
import type { Act } from '#demo/make.ts';
import { nextOffice } from '#demo/office.ts';
import type { Random } from '#demo/random.ts';
import { defineIndicator } from '#indicator/indicator.actions.ts';
import { recordReading } from '#indicator/reading.actions.ts';
import { closeProject } from '#outcome/closing.actions.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { storeDocument } from '#platform/stored.ts';
import { decideChange, requestChange } from '#project/change.actions.ts';
import { describeProject, draftProject, endProject, judgeProposal, proposeProject } from '#project/charter.actions.ts';
import type { Level } from '#project/project.ts';
import { acknowledgeReport, reportProgress } from '#project/report.actions.ts';
import { presentProject, recordMeeting } from '#project/run.actions.ts';

/** Days are counted back from the end of the demo: 30 is a month ago, −30 a month ahead. */
export type Move =
  | { on: number; does: 'propose' | 'charter' | 'sendBack' | 'drop' | 'present' | 'close'; words: string }
  | { on: number; does: 'report'; milestone: number | null; words: string }
  | { on: number; does: 'acknowledge'; passed: boolean; words: string }
  | { on: number; does: 'meet'; topic: string; minutes: string }
  | { on: number; does: 'move'; milestone: number; to: number; words: string; granted: string }
  | { on: number; does: 'accept'; words: string; score: number; asked: number; approving: number }
  | { on: number; does: 'read'; from: number; to: number; value: number; source: string };

export type DemoProject = {
  title: string;
  level: Level;
  background: string;
  effect: string;
  method: string;
  /** The day of its draft; then its first and its last. */
  drafted: number;
  starts: number;
  ends: number;
  indicator: {
    name: string;
    unitWords: string;
    direction: 'lower' | 'higher';
    digits: number;
    numerator: string;
    source: string;
  };
  goal: { baseline: number; baselineOn: number; baselineSource: string; target: number; targetOn: number };
  milestones: { title: string; due: number; evidence: string }[];
  /** To what its problem was traced before; its adopted measures are what the project carries out. */
  traced: Traced;
  moves: Move[];
};

export type Who = { problem: string; unit: string; lead: string; reviewer: string; office: string; doer: string };

/** @param not before this instant, when its problem is known */
export function planProject(project: DemoProject, who: Who, random: Random, end: Date, known: Date): Act[] {
  const day = (back: number) => addDays(dayOf(end), -back);
  let last = known;
  /** The office hour of the day, after the one before, and never after the end. */
  const when = (back: number): Date => {
    const wished = nextOffice(new Date(startOfDay(day(back)).getTime() + (9.2 + random.below(70) / 10) * 3_600_000));
    const next = Math.max(wished.getTime(), last.getTime() + 60_000);
    // Out of office hours several fall on the last half minute: still one after the other.
    const latest = end.getTime() - 30_000 + random.below(1_000);
    last = new Date(Math.max(Math.min(next, latest), last.getTime() + 1));
    return last;
  };
  const ids = { project: random.id(known), indicator: random.id(known), goal: random.id(known), report: '' };
  const milestones = project.milestones.map(({ title, due, evidence }) => ({
    ...{ id: random.id(known), title, dueOn: day(due), evidenceAsked: evidence },
  }));
  const as = async (tx: Tx, person: string): Promise<Actor> => (await loadActor(tx, person))!;
  const seen = async (tx: Tx, table: 'project' | 'indicator', id: string) => {
    const { version } = await tx.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow();
    return { id: random.id(tx.now), version };
  };
  const paper = async (tx: Tx, words: string) => {
    const { hash } = await storeDocument(
      tx.city,
      Readable.from([Buffer.from(`${project.title}\n${words}\n`)]),
      1 << 20,
    );
    return { hash, name: `${words.slice(0, 20)}.txt` };
  };

  let measures: string[] = [];
  const traceProblem = async (tx: Tx) => {
    measures = await trace(tx, await as(tx, who.office), who.problem, undefined, project.traced, random);
  };

  const draft = async (tx: Tx) => {
    const lead = await as(tx, who.lead);
    const { unitWords, source, ...rest } = project.indicator;
    const defined = { unitWords, source, denominator: '', method: '每旬汇总', validFrom: '2020-01-01', ...rest };
    await defineIndicator(tx, lead, { ...defined, id: ids.indicator, ownerUnit: who.unit });
    const { title, level, background, effect, method, goal } = project;
    const about = { projectId: ids.project, title, level, unitId: who.unit, problems: [who.problem] };
    await draftProject(tx, lead, { id: random.id(tx.now), ...about });
    const charter = {
      ...{ title, level, background, effect, method, unitId: who.unit, leadId: who.lead, reviewerId: who.reviewer },
      ...{
        startsOn: day(project.starts),
        endsOn: day(project.ends),
        problems: [who.problem],
        measures,
        milestones,
      },
      goals: [
        {
          ...goal,
          id: ids.goal,
          indicatorId: ids.indicator,
          baselineOn: day(goal.baselineOn),
          targetOn: day(goal.targetOn),
        },
      ],
      team: [{ role: 'execute' as const, personId: who.doer, unitId: null, duty: '现场落实' }],
    };
    await describeProject(tx, lead, ids.project, { ...(await seen(tx, 'project', ids.project)), charter });
  };

  const make = (move: Move) => async (tx: Tx) => {
    const [lead, reviewer, office] = [await as(tx, who.lead), await as(tx, who.reviewer), await as(tx, who.office)];
    const seenOn = await seen(tx, 'project', ids.project);
    switch (move.does) {
      case 'propose':
        return proposeProject(tx, lead, ids.project, { ...seenOn, words: move.words });
      case 'charter':
      case 'sendBack':
        return judgeProposal(tx, office, ids.project, {
          ...seenOn,
          chartered: move.does === 'charter',
          words: move.words,
        });
      case 'drop':
        return endProject(tx, office, ids.project, { ...seenOn, how: 'drop', reason: move.words });
      case 'report': {
        ids.report = seenOn.id;
        const milestoneId = move.milestone === null ? null : milestones[move.milestone]!.id;
        const files = milestoneId ? [await paper(tx, project.milestones[move.milestone!]!.evidence)] : [];
        return reportProgress(tx, lead, ids.project, { ...seenOn, milestoneId, words: move.words, files });
      }
      case 'acknowledge':
        return acknowledgeReport(tx, reviewer, ids.project, {
          ...seenOn,
          reportId: ids.report,
          passed: move.passed,
          words: move.words,
        });
      case 'meet': {
        const held = { heldAt: new Date(tx.now.getTime() - 7_200_000).toISOString(), place: '三楼会议室', files: [] };
        const { topic, minutes } = move;
        return recordMeeting(tx, lead, ids.project, {
          ...seenOn,
          ...held,
          topic,
          minutes,
          present: [who.doer, who.reviewer],
        });
      }
      case 'move': {
        const wanted = {
          kind: 'move_milestone' as const,
          milestoneId: milestones[move.milestone]!.id,
          dueOn: day(move.to),
        };
        await requestChange(tx, lead, ids.project, { ...seenOn, wanted, reason: move.words });
        const decided = { changeId: seenOn.id, granted: true, words: move.granted };
        return decideChange(tx, office, ids.project, { ...(await seen(tx, 'project', ids.project)), ...decided });
      }
      case 'present':
        return presentProject(tx, lead, ids.project, { ...seenOn, words: move.words });
      case 'accept': {
        const { words, score, asked, approving } = move;
        const panel = [{ personId: who.reviewer, opinion: '同意' }];
        const held = { result: 'passed' as const, heldOn: dayOf(tx.now), files: [await paper(tx, '验收记录')] };
        return acceptProject(tx, office, ids.project, { ...seenOn, ...held, words, score, asked, approving, panel });
      }
      case 'read': {
        const figure = {
          value: move.value,
          numerator: null,
          denominator: null,
          unitWords: project.indicator.unitWords,
        };
        const period = { from: day(move.from), to: day(move.to), source: move.source };
        const on = await seen(tx, 'indicator', ids.indicator);
        return recordReading(tx, lead, ids.indicator, { ...on, ...period, ...figure });
      }
      case 'close':
        return closeProject(tx, office, ids.project, { ...seenOn, words: move.words });
    }
  };
  return [
    { at: when(project.drafted + 2), run: traceProblem },
    { at: when(project.drafted), run: draft },
    ...project.moves.map((move) => ({ at: when(move.on), run: make(move) })),
  ];
}
