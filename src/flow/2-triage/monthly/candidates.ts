/** Which matters a month should take on: by how many people may be left unhelped in it, as the past year has it. Pure. */

export type Past = {
  id: string;
  name: string;
  /** People who told of it in the twelve months before today. */
  people: number;
  /** Of them in the same month of the calendar, a year before the one that is planned; null: nobody knows, it lies too far back. */
  sameMonth: number | null;
  /** Reporters who were asked whether it was solved, and who said that it was; "partly" is half. */
  asked: number;
  solved: number;
};

export type Candidate = Past & {
  /** Against an average month: 2 is twice as many. */
  peak: number | null;
  /** Share not solved; of everybody, where fewer than `ASKED_LEAST` were asked. */
  unsolved: number;
  /** Whether that share is its own. */
  own: boolean;
  /** How many people of that month may be left unhelped, if nothing changes. */
  left: number;
};

/** Below this a share of those asked says little (its 95 % interval is wider than ± 0.2). */
export const ASKED_LEAST = 20;
const MONTHS = 12;

/** Those of most people left unhelped first; a category that nobody told of is none. The order is all that the figure is for. */
export function candidatesOf(past: readonly Past[]): Candidate[] {
  const asked = past.reduce((sum, one) => sum + one.asked, 0);
  const everybody = asked === 0 ? 1 : 1 - past.reduce((sum, one) => sum + one.solved, 0) / asked;
  return past
    .filter(({ people }) => people > 0)
    .map((one) => {
      const own = one.asked >= ASKED_LEAST;
      const unsolved = own ? 1 - one.solved / one.asked : everybody;
      const usual = one.people / MONTHS;
      const peak = one.sameMonth === null ? null : one.sameMonth / usual;
      return { ...one, own, unsolved, peak, left: (one.sameMonth ?? usual) * unsolved };
    })
    .sort((a, b) => b.left - a.left || b.people - a.people || (a.id < b.id ? -1 : 1));
}
