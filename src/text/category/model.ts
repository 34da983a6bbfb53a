/** What training makes: one small linear model for each fork of the tree of categories. */

/** One message of the past and the category somebody gave it; a path (`a/b/c`) where categories form a tree. */
export type Example = { words: string; label: string };

/** One fork: which of its `branches` a message belongs to. Nothing in it but hashes, numbers and names of categories. */
export type Fork = {
  /** The path of the fork itself; empty for the first. */
  path: string;
  /** Full paths, in the order of the columns; the fork's own path stands for "none of the branches". */
  branches: string[];
  keys: Int32Array;
  /** What a count of each gram is multiplied by. */
  worth: Float32Array;
  /** `weights[key * branches + k] * scales[k]` is a weight. */
  weights: Int16Array;
  scales: Float32Array;
  bias: Float32Array;
  /** Scores are multiplied by it before they become shares of one: fitted on examples kept apart. */
  sharpness: number;
};

export type Model = {
  forks: Fork[];
  /** The path of every category as offices wrote it most often, by its folded form. */
  names: Map<string, string>;
  /** Below this confidence no category is proposed. */
  threshold: number;
  report: TrainingReport;
};

/** What a data officer has to know of a training. */
export type TrainingReport = {
  examples: number;
  /** Examples without words or without a category. */
  empty: number;
  /** Left out, for the same words with the same category were there: one slogan sent often must not outweigh the rest. */
  repeated: number;
  /** Ways of writing that were taken for one category. */
  folded: { taken: string; written: string[] }[];
  /** Categories with too few examples: learned as their parent, or, without a parent, learned thinly. */
  thin: { label: string; examples: number; as: string }[];
};
