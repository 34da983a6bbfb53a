/** What a kind of matter in the demo city is made of: its words in parts, its season, hours, places and unit. */
import type { Matter } from '#signal/signal.ts';

/** Kinds of places a matter can be at. */
export type PlaceKind =
  | 'compound'
  | 'street'
  | 'village'
  | 'school'
  | 'market'
  | 'site'
  | 'bus'
  | 'firm'
  | 'clinic'
  | 'river';

/** When in the day it is told: `day` at usual hours, `morning` and `evening` peaks, `night` from supper to midnight. */
export type Hours = 'day' | 'morning' | 'evening' | 'night';

/** What it does to people: a pool of words that many matters share. */
export type Harm = 'sleep' | 'safety' | 'elders' | 'money' | 'hygiene' | 'cold' | 'way' | 'none';

export type CityMatter = {
  /** What the problem is called after its place. */
  title: string;
  category: string;
  kind: Matter;
  /** Key of the unit whose duty it is; `township` and `district` are those of the place. */
  unit: string;
  at: PlaceKind;
  /** Share among all matters. */
  weight: number;
  /** One figure a month, January first: how often, against the other months. */
  season: readonly number[];
  hours: Hours;
  harm: Harm;
  /** Each says the matter by itself. Slots: {p} place, {w} how long, {t} when, {n} a few, {m} some tens, {who} somebody. */
  cores: readonly string[];
  details: readonly string[];
  wants: readonly string[];
};

/** Much alike all the year. */
export const ALWAYS = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] as const;
