/**
 * The page of a thing (problem, task, signal, …). Fills the desk or, inside a list, the right pane; the same parts either
 * way. The page reads its thing and hands over the parts:
 *
 *   <ThingPage number={p.number} title={p.title} state={states[p.state]} turn={p.turn} due={p.due} to={`/problems/${p.id}`}
 *     actions={<ThingActions … />} around={<Facts … />} history={<History … />}>
 *     …substance…
 *   </ThingPage>
 */
import { type ReactNode, useContext } from 'react';
import type { Due as DueShape, Turn as TurnShape } from '#rules/shapes.ts';
import type { StateWords } from '#rules/steps.ts';
import { PaneContext } from '#web/list/pane.tsx';
import { useTitle } from '#web/place/title.ts';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Whose } from '#web/show/whose.tsx';
import { thingWords } from '#web/thing/thing.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/thing/thing.css';

export type ThingPageProps = {
  /** Empty where the thing has none. */
  number: string;
  title: string;
  state: StateWords;
  turn?: TurnShape | null;
  due?: DueShape | null;
  /** Marks beside the state: urgency, class, secrecy. */
  marks?: ReactNode;
  actions?: ReactNode;
  /** People, clocks, relations: on the right, or below in a pane. */
  around?: ReactNode;
  history?: ReactNode;
  children: ReactNode;
};

export function ThingPage(props: ThingPageProps) {
  const { number, title, state, turn, due, marks, actions, around, history, children } = props;
  const t = useWords(thingWords);
  const pane = useContext(PaneContext);
  const name = `${number} ${title}`.trim();
  useTitle(pane ? '' : name);
  return (
    <article className={pane ? 'thing thing-in-pane' : 'thing'} aria-label={name}>
      <header className="thing-head">
        <p className="thing-line">
          {number && <span className="thing-number figures">{number}</span>}
          <StateTag state={state} />
          {marks}
        </p>
        {pane ? <h2>{title}</h2> : <h1>{title}</h1>}
        {(turn || due) && (
          <p className="thing-line">
            {turn && <Whose turn={turn} />}
            {turn && due && <span aria-hidden>·</span>}
            {due && <Due due={due} />}
          </p>
        )}
        {actions}
      </header>
      <section className="thing-substance" aria-label={t('substance')}>
        {children}
      </section>
      {around && (
        <aside className="thing-around" aria-label={t('around')}>
          {around}
        </aside>
      )}
      {history && (
        <section className="thing-history" aria-label={t('history')}>
          <h2>{t('history')}</h2>
          {history}
        </section>
      )}
    </article>
  );
}

/** Name and value pairs for the right side: `<Facts of={[[t('lead'), <Unit … />], …]} />`; empty ones are left out. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) {
  const given = of.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="facts">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A titled part of the substance. */
export function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="part">
      <header>
        <h3>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  );
}
