/** What a revision changed: the middle that is left when the same beginning and end are set aside. */

export type Change = { head: string; gone: string; came: string; tail: string };

/** Never cuts a character of two code units in half. */
export function changedWords(before: string, after: string): Change {
  const [old, now] = [[...before], [...after]];
  const shortest = Math.min(old.length, now.length);
  let head = 0;
  while (head < shortest && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shortest - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const part = (text: string[], from: number, to: number) => text.slice(from, to).join('');
  return {
    head: part(old, 0, head),
    gone: part(old, head, old.length - tail),
    came: part(now, head, now.length - tail),
    tail: part(old, old.length - tail, old.length),
  };
}
