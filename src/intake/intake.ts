/** What the engine needs to know of a kind of thing that is imported; the rooms above register theirs. */
import type { z } from 'zod';
import type { Actor } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { type Params, problem, type Said } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';
import type { Field } from '#sheet/field.ts';
import type { Row } from '#sheet/sheet.ts';

/** Something about one cell, or (without column) about the whole row. `params` hold no personal value: they are stored in clear. */
export type Note = { column: number | null; code: ProblemCode; params?: Params };

/** Notes list cells that were left empty or changed although the row is taken. */
export type Reading<R> = { row: R; notes: Note[] } | { rejected: Note[] };

export type Outcome = 'accepted' | 'repeated' | 'revised';
export type Written = Outcome | { rejected: Note[] };

export type MappedColumn = { index: number; name: string; field: string | null };

export type Context<O> = {
  city: City;
  now: Date;
  importId: string;
  options: O;
  dateSystem: 1900 | 1904;
  columns: readonly MappedColumn[];
};

/** Reads the rows of one file in their order. */
export type RowReader<R> = {
  read(row: Row): Reading<R>;
  /** A row that an earlier runner has dealt with: only what later rows depend on is remembered. */
  pass(row: Row): void;
};

export interface Intake<R = unknown, O = unknown> {
  kind: string;
  name: Said;
  permission: Permission;
  fields: readonly Field[];
  /** Without these a file cannot be read. */
  required: readonly string[];
  /** Fields that may stand over several columns. */
  repeatable: readonly string[];
  options: z.ZodType<O>;
  /** Fills in what was left open and refuses what cannot be. */
  settle(tx: Tx, options: O): Promise<O>;
  reader(context: Context<O>): RowReader<R>;
  /** Costly work on a row that needs no database: done while the database writes the rows before. */
  makeReady?(context: Context<O>, row: R): void;
  /** Writes up to 1,000 rows; the outcome of each stands at its own index. */
  write(tx: Tx, actor: Actor, rows: readonly R[], options: O): Promise<Written[]>;
  /** The row as it would be taken, for the preview: field → text, personal fields masked. */
  show(row: R): Record<string, string>;
}

const intakes = new Map<string, Intake>();

/** A room above registers a kind when the program is put together. */
export function registerIntake<R, O>(intake: Intake<R, O>): void {
  intakes.set(intake.kind, intake as unknown as Intake);
}

/** @throws import_kind_unknown */
export function intakeOf(kind: string): Intake {
  const intake = intakes.get(kind);
  if (!intake) throw problem('import_kind_unknown', { kind });
  return intake;
}

export const allIntakes = (): Intake[] => [...intakes.values()];

/** A column of this field is left out altogether: 序号, which changes with every export. */
export const LEAVE_OUT = 'leave_out';
