/** A Merkle tree as in RFC 6962, §2.1, made leaf by leaf in memory that grows with the logarithm of their number. */
import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';

/** Leaves are codes of 32 bytes that say by themselves that they are leaves; a node is hashed with a 1 before it. */
export type Algorithm = 'sha256' | 'sm3';

const NODE = 1;

/** Written over for every node: nothing waits in between. */
const pair = Buffer.alloc(65, NODE);

function nodeOf(algorithm: Algorithm, left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 33);
  return Buffer.from(hash(algorithm, pair, 'binary'), 'latin1'); // twice as fast as asking for a buffer
}

export type Tree = { add(leaf: Buffer): void; readonly size: number; root(): Buffer };

/** @returns a tree that takes leaves in their order; its root may be asked for at any time. */
export function merkleTree(algorithm: Algorithm): Tree {
  /** Roots of full subtrees, the widest first: one for every 1 in the binary `size`. */
  const full: Buffer[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      let node = leaf;
      for (let bits = size; bits & 1; bits >>= 1) node = nodeOf(algorithm, full.pop()!, node);
      full.push(node);
      size++;
    },
    root() {
      if (size === 0) return hash(algorithm, '', 'buffer');
      return full.reduceRight((right, left) => nodeOf(algorithm, left, right));
    },
  };
}

/** Root of a tree over all these leaves. */
export function merkleRoot(algorithm: Algorithm, leaves: Buffer[]): Buffer {
  const tree = merkleTree(algorithm);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** One neighbour on the way from a leaf to the root, and on which side it stands. */
export type Neighbour = { side: 'left' | 'right'; code: Buffer };

/** The inclusion path (RFC 6962, §2.1.1) of leaf `index`, from the leaf upwards. */
export function merklePath(algorithm: Algorithm, leaves: Buffer[], index: number): Neighbour[] {
  if (leaves.length <= 1) return [];
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1)); // the widest full tree that leaves something for the right
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...merklePath(algorithm, left, index), { side: 'right', code: merkleRoot(algorithm, right) }]
    : [...merklePath(algorithm, right, index - half), { side: 'left', code: merkleRoot(algorithm, left) }];
}

/** The root that a leaf and its path lead to: needs no key, so anybody can check a proof. */
export function rootByPath(algorithm: Algorithm, leaf: Buffer, path: Neighbour[]): Buffer {
  return path.reduce(
    (node, { side, code }) => (side === 'left' ? nodeOf(algorithm, code, node) : nodeOf(algorithm, node, code)),
    leaf,
  );
}
