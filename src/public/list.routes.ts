/** The public list and the page of one published problem: for everybody, and for search engines. */
import { dayOf } from '#clock/day.ts';
import { sayDay } from '#clock/say.ts';
import { transact } from '#platform/city.ts';
import { html, lines } from '#public/html.ts';
import { listWords as words } from '#public/list.words.ts';
import { addressIn, type Say, speaker } from '#public/look.ts';
import type { Page } from '#public/page.ts';
import { type Group, type Published, published, publishedOne } from '#public/published.view.ts';
import { sayState } from '#public/say-state.ts';
import type { Put, Visit } from '#public/serve-page.ts';

export function listRoutes(put: Put): void {
  put('GET', '/list', async (visit) => {
    const group = visit.query.state === 'settled' ? 'settled' : 'working';
    const found = await transact(visit.city, (tx) => published(tx, group, visit.query.after));
    return listPage(visit, group, found);
  });

  put('GET', '/list/:number', async (visit) =>
    onePage(visit, await transact(visit.city, (tx) => publishedOne(tx, visit.params.number!))),
  );
}

const count = ({ signals }: Published, say: Say) =>
  signals === null ? say(words.few) : say(words.many, { count: signals });

function listPage(visit: Visit, group: Group, { items, next }: { items: Published[]; next: string | null }): Page {
  const { look, base, now, query } = visit;
  const say = speaker(look);
  const to = (path: string, asked: Record<string, string> = {}) => addressIn(base, look, path, asked);
  const tab = (one: Group) =>
    html`<a href="${to('/list', { state: one })}"${one === group && html` aria-current="page"`}>${say(words[one])}</a>`;
  const rows = items.map((item) => {
    const day = sayDay(dayOf(item.settledAt ?? item.beganAt), look.language, now);
    return html`<li><h2><a href="${to(`/list/${item.number}`)}">${item.title}</a></h2>
<p><span class="state${item.state === 'closed' ? ' done' : ''}">${sayState(item.state, item.reviewOn, look, now)}</span></p>
<p class="quiet">${item.unit ?? say(words.noUnit)} · ${say(item.settledAt ? words.settledOn : words.began)} ${day} · ${say(words.voices)} ${count(item, say)}</p></li>`;
  });
  const body = html`<h1>${say(words.title)}</h1><nav class="pages" aria-label="${say(words.choose)}">${tab('working')}${tab('settled')}</nav>
${items.length === 0 ? html`<p>${say(words.none)}</p>` : html`<ul class="list">${rows}</ul>`}
<nav class="pages">${query.after && html`<a href="${to('/list', { state: group })}">${say(words.newest)}</a>`}${next && html`<a href="${to('/list', { state: group, after: next })}" rel="next">${say(words.more)}</a>`}</nav>`;
  const title = `${say(words[group])} · ${say(words.title)}`;
  return { title, body, indexed: true, path: '/list', query: { state: group } };
}

function onePage({ look, base, now }: Visit, one: Published): Page {
  const say = speaker(look);
  const day = (at: Date) => html`<time datetime="${at.toISOString()}">${sayDay(dayOf(at), look.language, now)}</time>`;
  const body = html`<h1>${one.title}</h1><p><span class="state${one.state === 'closed' ? ' done' : ''}">${sayState(one.state, one.reviewOn, look, now)}</span></p>
${lines(one.words)}
<dl><dt>${say(words.unit)}</dt><dd>${one.unit ?? say(words.noUnit)}</dd><dt>${say(words.began)}</dt><dd>${day(one.beganAt)}</dd>
${one.settledAt && html`<dt>${say(words.settledOn)}</dt><dd>${day(one.settledAt)}</dd>`}
<dt>${say(words.published)}</dt><dd>${day(one.publishedAt)}</dd><dt>${say(words.voices)}</dt><dd>${count(one, say)}</dd></dl>
<h2>${say(words.sameThing)}</h2><p><a class="go" href="${addressIn(base, look, '/report')}">${say(words.report)}</a></p>
<p><a href="${addressIn(base, look, '/list')}">${say(words.all)}</a></p>`;
  return { title: one.title, body, indexed: true, path: `/list/${one.number}` };
}
