/** The charter as the wizard's form has it: names beside ids, lines that may be half filled. Pure. */
import type { Direction } from '#indicator/indicator.ts';
import type { Charter, MilestoneDraft } from '#project/charter.ts';
import type { Level, layers } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import type { Picked } from '#web/pick/pick.tsx';

export type Chosen = Picked & { unitWords: string; direction: Direction };
export type TeamLine = {
  role: (typeof layers)[number];
  person: Picked | null;
  unit: Picked | null;
  duty: string;
};
export type GoalLine = {
  id: string;
  indicatorId: Chosen | null;
  baseline: number | null;
  baselineOn: string | null;
  baselineSource: string;
  target: number | null;
  targetOn: string | null;
};
export type MilestoneLine = Omit<MilestoneDraft, 'dueOn'> & { dueOn: string | null };

/** Fields bear the names that the server's refusals give them. */
export type CharterForm = {
  title: string;
  level: Level;
  unitId: Picked;
  problems: Picked[];
  measures: string[];
  background: string;
  effect: string;
  method: string;
  leadId: Picked | null;
  reviewerId: Picked | null;
  team: TeamLine[];
  goals: GoalLine[];
  startsOn: string | null;
  endsOn: string | null;
  milestones: MilestoneLine[];
};

export const wizardSteps = ['aim', 'people', 'goals', 'milestones', 'review'] as const;
export type WizardStep = (typeof wizardSteps)[number];

const places: Partial<Record<keyof Charter, WizardStep>> = {
  leadId: 'people',
  reviewerId: 'people',
  team: 'people',
  goals: 'goals',
  startsOn: 'milestones',
  endsOn: 'milestones',
  milestones: 'milestones',
};

/** The step on which a field stands: `goals.0.target` → goals. */
export const stepOf = (path: string): WizardStep => places[path.split('.')[0] as keyof Charter] ?? 'aim';

/** A charter that is being drafted, with the names that the page knows. */
export function formOf(page: ProjectPage): CharterForm {
  const { charter } = page.draft!;
  const { unitId: _, leadId: __, reviewerId: ___, problems, team, goals, ...plain } = charter;
  return {
    ...plain,
    unitId: { id: page.unit.id, name: page.unit.shortName || page.unit.name },
    leadId: page.lead,
    reviewerId: page.reviewer,
    problems: problems.map((id) => {
      const found = page.problems.find((one) => one.id === id);
      return { id, name: found ? `${found.number} ${found.title}` : '' };
    }),
    team: linesOf(page.members),
    goals: goals.map((goal) => {
      const indicator = page.goals.find((one) => one.id === goal.id)?.indicator;
      return { ...goal, indicatorId: indicator ? chosenOf(indicator) : null };
    }),
  };
}

export const chosenOf = ({ id, name, unitWords, direction }: Chosen): Chosen => ({ id, name, unitWords, direction });

/** Those who serve in the five layers today. */
export const linesOf = (members: ProjectPage['members']): TeamLine[] =>
  members.flatMap(({ role, person, unit, duty, to }) =>
    to !== null || role === 'lead' || role === 'reviewer'
      ? []
      : [{ role, person, unit: unit && { id: unit.id, name: unit.shortName || unit.name }, duty }],
  );

export const teamOf = (lines: readonly TeamLine[]): Charter['team'] =>
  lines.map(({ role, person, unit, duty }) => ({ role, personId: person?.id ?? null, unitId: unit?.id ?? null, duty }));

/** What is sent. The form has seen to it that no line is half filled. */
export function charterOf(form: CharterForm): Charter {
  const { unitId, leadId, reviewerId, problems, team, goals, milestones, ...plain } = form;
  return {
    ...plain,
    unitId: unitId.id,
    leadId: leadId?.id ?? null,
    reviewerId: reviewerId?.id ?? null,
    problems: problems.map((one) => one.id),
    team: teamOf(team),
    goals: goals.map((goal) => ({ ...goal, indicatorId: goal.indicatorId?.id ?? '' })) as Charter['goals'],
    milestones: milestones as Charter['milestones'],
  };
}
