/** Lists of slots by place, in blocks of one array: put and taken in any order, bounded by what was asked for at the start. */
const BLOCK = 8;
/** A block is the number of the next, and seven entries; only the head of a list is not full. */
const ENTRIES = BLOCK - 1;

export type Postings = {
  count(place: number): number;
  /** @returns where it stands, until another is taken from the same list. */
  put(place: number, slot: number): number;
  /** Takes what stands there. @returns the slot that stands there instead, or -1 where it was the last. */
  take(place: number, at: number): number;
  each(place: number, visit: (slot: number) => void): void;
};

/** @param entries most entries of all lists together; the memory is the system's until it is used. */
export function postings(places: number, entries: number): Postings {
  const heads = new Int32Array(places).fill(-1);
  const counts = new Int32Array(places);
  const blocks = new Int32Array((Math.ceil(entries / ENTRIES) + Math.min(places, entries)) * BLOCK);
  let fresh = 0;
  let free = -1;

  /** In the head block of a list of `count` entries stand so many. */
  const inHead = (count: number) => ((count - 1) % ENTRIES) + 1;

  function newBlock(): number {
    if (free < 0) return fresh++;
    const block = free;
    free = blocks[block * BLOCK]!;
    return block;
  }

  return {
    count: (place) => counts[place]!,
    put(place, slot) {
      const count = counts[place]!;
      if (count % ENTRIES === 0) {
        const block = newBlock();
        blocks[block * BLOCK] = heads[place]!;
        heads[place] = block;
      }
      counts[place] = count + 1;
      const at = heads[place]! * BLOCK + inHead(count + 1);
      blocks[at] = slot;
      return at;
    },
    /** The last of the head takes the place of what goes. */
    take(place, at) {
      const count = counts[place]!;
      const head = heads[place]!;
      const last = head * BLOCK + inHead(count);
      const moved = blocks[last]!;
      blocks[at] = moved;
      counts[place] = count - 1;
      if (inHead(count) === 1) {
        heads[place] = blocks[head * BLOCK]!;
        blocks[head * BLOCK] = free;
        free = head;
      }
      return at === last ? -1 : moved;
    },
    each(place, visit) {
      let many = inHead(counts[place]!);
      for (let block = heads[place]!; block >= 0; block = blocks[block * BLOCK]!, many = ENTRIES) {
        const from = block * BLOCK;
        for (let at = from + many; at > from; at--) visit(blocks[at]!);
      }
    },
  };
}
