/** Where the whole page of a case of the dispatch centre stands. */
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { thingOf } from '#triage/centre/centre.ts';

export const pageOf = ({ kind, id }: CentreItem): string => `/${thingOf[kind]}s/${id}`;
