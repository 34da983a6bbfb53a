/** The address of a list says what is seen: views and filters there and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { View } from '#web/list/list.ts';
import { isNarrowed, queryOf, shownFilters, toFilter, toView } from '#web/list/list-query.ts';

const said = { zh: '', en: '' };
const views: View[] = [
  { key: 'open', said, query: { state: 'open' } },
  { key: 'pressing', said, query: { pressing: 'true' } },
];
const keys = ['q', 'state'];

/** As the address would be after the patch. */
const applied = (search: Record<string, string>, patch: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries({ ...search, ...patch }).filter(([, value]) => value)) as Record<string, string>;

test('a bare address is the first view', () => {
  assert.deepEqual(queryOf({}, views, keys), { state: 'open' });
  assert.equal(isNarrowed({}, views, keys), false);
});

test('a filter of the view can be cleared, and the address then says so', () => {
  const cleared = applied({}, toFilter({}, views, keys, { state: undefined }));
  assert.deepEqual(cleared, { view: 'open' });
  assert.deepEqual(queryOf(cleared, views, keys), {});
  assert.equal(isNarrowed(cleared, views, keys), true);
});

test('another view takes its own filters, keeps none, and closes the pane', () => {
  const moved = applied({ q: '积水', state: 'closed', open: 'x' }, toView(views[1]!, keys));
  assert.deepEqual(moved, { view: 'pressing' });
  assert.deepEqual(queryOf(moved, views, keys), { pressing: 'true' });
});

test('what the page fixes cannot be changed by the address', () => {
  assert.deepEqual(queryOf({ view: 'pressing', state: 'closed' }, views, keys, { state: 'open' }), {
    pressing: 'true',
    state: 'open',
  });
});

test('words of other parts of the address are no filter', () => {
  assert.deepEqual(shownFilters({ view: 'pressing', open: 'x', evil: '1' }, views, keys), {});
});

test('a view that is gone falls back to the first', () => {
  assert.deepEqual(queryOf({ view: 'gone' }, views, keys), {});
  assert.deepEqual(queryOf({ view: 'gone', q: '积水' }, [], keys), { q: '积水' });
});
