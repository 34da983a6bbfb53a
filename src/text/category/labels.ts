/** Names of categories as typed: which of them are one and the same, and which have too few examples to be learned. */
import type { Example, TrainingReport } from '#text/category/model.ts';

/** First usable at this many examples (issue 4, point 2). */
export const ENOUGH = 20;

/** Full width, capitals, spaces and the slashes of a path are a matter of typing. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .split('/')
    .map((part) =>
      part
        .replace(/\p{Cf}/gu, '')
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, ''),
    )
    .filter((part) => part !== '')
    .join('/');
}

export const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Every example's folded path, and how each path was written most often. */
export function foldLabels(examples: readonly Example[]) {
  const written = new Map<string, Map<string, number>>();
  const paths = examples.map(({ label }) => {
    const path = foldLabel(label);
    const forms = written.get(path) ?? new Map<string, number>();
    forms.set(label.trim(), (forms.get(label.trim()) ?? 0) + 1);
    written.set(path, forms);
    return path;
  });
  const names = new Map<string, string>();
  const folded: TrainingReport['folded'] = [];
  for (const [path, forms] of [...written].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [most, ...others] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form);
    names.set(path, most!);
    if (others.length > 0) folded.push({ taken: most!, written: others });
  }
  return { paths, names, folded };
}

/** The path that each example is learned under: one with few examples gives them to its parent, so far as there is one. */
export function gatherThin(paths: readonly string[], enough = ENOUGH) {
  const learned = [...paths];
  const thin: TrainingReport['thin'] = [];
  const deepest = Math.max(0, ...paths.map((path) => path.split('/').length));
  for (let depth = deepest; depth >= 1; depth--) {
    // With all that stands below: beside a leaf that has enough, a few others are "none of the branches".
    const counts = new Map<string, number>();
    for (const path of learned) {
      const parts = path.split('/');
      if (parts.length < depth) continue;
      const above = parts.slice(0, depth).join('/');
      counts.set(above, (counts.get(above) ?? 0) + 1);
    }
    for (const [path, examples] of counts) {
      if (examples >= enough) continue;
      const into = parentOf(path) || path;
      thin.push({ label: path, examples, as: into });
      if (into === path) continue;
      for (let at = 0; at < learned.length; at++) if (learned[at] === path) learned[at] = into;
    }
  }
  return { learned, thin };
}
