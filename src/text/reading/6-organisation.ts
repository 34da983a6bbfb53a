/** Step 6: who is named: offices, firms, schools, hospitals and bodies, never a person. */
import type { Segments } from '#text/reading/4-segment.ts';
import { type OrganisationKind, organisationEndings } from '#text/reading/endings.ts';
import { endingsOf, findNames, type Name } from '#text/reading/names.ts';

const endings = endingsOf(organisationEndings);

export function organisationKind(name: string): OrganisationKind {
  const found = endings.byLast.get(name.at(-1)!)?.find((one) => name.endsWith(one.ending));
  return (found?.kind ?? 'firm') as OrganisationKind;
}

export function findOrganisations(segments: Segments, isKnown: (name: string) => boolean): Name[] {
  return findNames(segments, endings, (name) => (isKnown(name) ? organisationKind(name) : undefined));
}
