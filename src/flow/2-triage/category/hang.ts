/** Where a new category hangs: its level, its place among its siblings, and a code where the office gives none. */

type Standing = { parentId: string | null; code: string; level: number; position: number };

/** Codes count on below the code of the one above: 03 → 0301, 0302; a code once given, though closed, is not given again. */
export function hang(
  all: readonly Standing[],
  parent: { id: string; code: string; level: number } | null,
  given?: string,
): { level: number; position: number; code: string } {
  const siblings = all.filter(({ parentId }) => parentId === (parent?.id ?? null));
  const position = Math.max(0, ...siblings.map((one) => one.position)) + 1;
  const taken = new Set(all.map(({ code }) => code));
  const codeOf = (n: number) => `${parent?.code ?? ''}${String(n).padStart(2, '0')}`;
  let n = position;
  while (taken.has(codeOf(n))) n++;
  return { level: (parent?.level ?? 0) + 1, position, code: given || codeOf(n) };
}
