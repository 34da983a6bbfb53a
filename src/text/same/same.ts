/** What is compared: one message as it arrived. The first line is its title where it is short and something follows. */

/** `at` and `author` are kept for whoever names and counts groups; likeness goes by the words alone (decision 27). */
export type Message = { id: string; words: string; at?: Date | null; author?: string; place?: string };

export type Group = {
  /** Of the member that is first by id: stays while that member stays. */
  id: string;
  /** Ids, ascending. */
  members: string[];
};

export type Named = {
  /** At most 20 characters, of its own words, without personal data. */
  name: string;
  /** What its members share and others do not, the strongest first. */
  words: string[];
};

/** So many characters of a message are compared; what follows in a long one repeats it or is an attachment. */
export const COMPARED = 3_000;
