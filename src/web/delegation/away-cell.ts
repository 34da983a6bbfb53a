/** Whether “I shall be away” is being filled in: set by the user menu and the account page, shown by the desk. */
import { useMe } from '#web/desk/me.ts';
import { cell } from '#web/place/cell.ts';

export const awayCell = cell(false);

/** Administrators neither delegate nor act for others; who has no post has nothing to delegate. */
export function useMayDelegate(): boolean {
  const { posts, permissions } = useMe();
  const own = posts.filter((post) => post.onBehalfOf === null);
  return permissions.includes('people.read') && own.length > 0 && own.every((post) => post.sort === 'business');
}
