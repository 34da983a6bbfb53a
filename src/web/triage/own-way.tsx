/** 自己来定: category, where to and unit by hand, begun with what is proposed; sent with Ctrl+Enter. */
import { Button, Input, Radio } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { newId } from '#platform/ids.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { titleFrom } from '#web/signals/proposed-title.ts';
import { CategoryPick } from '#web/triage/category-pick.tsx';
import type { Sending } from '#web/triage/chunks.ts';
import { ownWords } from '#web/triage/triage.words.ts';
import { categoriesOf, unitsOf } from '#web/triage/ways.ts';
import { type Said, useSaid, useWords } from '#web/words/words.ts';
import '#web/triage/ways.css';

type To = 'make' | 'gather' | 'only';

/** The field that it opens at. */
export type OwnField = 'category' | 'problem' | 'unit';

type OwnWayProps = { item: QueueItem; field: OwnField; onSend: (sending: Sending) => void; onClose: () => void };

export function OwnWay({ item, field, onSend, onClose }: OwnWayProps) {
  const t = useWords(ownWords);
  const say = useSaid();
  const ids = useId();
  const [proposed = null] = categoriesOf(item);
  const [category, setCategory] = useState(proposed?.id ?? null);
  const [to, setTo] = useState<To>(field === 'problem' ? 'gather' : 'make');
  const [title, setTitle] = useState(titleFrom(item));
  const [problem, setProblem] = useState<Picked | null>(null);
  const [first] = unitsOf(item, proposed);
  const [unit, setUnit] = useState<Picked | null>(first ? { id: first.id, name: first.shortName } : null);
  const [wrong, setWrong] = useState<Said>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLInputElement>(`[data-own=${field}] input`)?.focus();
  }, [field]);

  function missing(): Said | undefined {
    if (to === 'gather') return problem ? undefined : ownWords.needsProblem;
    if (to === 'make') return title.trim() ? undefined : ownWords.needsTitle;
    return category ? undefined : ownWords.needsCategory;
  }

  function send(): void {
    const needs = missing();
    setWrong(needs);
    if (needs) return;
    onSend({
      ...{ id: newId(), signals: [item.id], categoryId: category },
      ...(to === 'make' && { make: { id: newId(), title: title.trim(), urgency: item.urgency } }),
      ...(to === 'gather' && { into: problem!.id }),
      ...(to !== 'only' && { unitId: unit?.id ?? null }),
    });
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && !document.querySelector('.ant-select-open')) return onClose();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  const choices: { value: To; label: string }[] = [
    { value: 'make', label: t('make') },
    { value: 'gather', label: t('gather') },
    { value: 'only', label: t('only') },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key works in each of its fields
    <div ref={box} className="triage-own" onKeyDown={onKeyDown}>
      <label htmlFor={`${ids}c`}>{t('category')}</label>
      <div data-own="category">
        <CategoryPick id={`${ids}c`} value={category} onChange={setCategory} />
      </div>
      <span id={`${ids}w`}>{t('to')}</span>
      <Radio.Group
        aria-labelledby={`${ids}w`}
        options={choices}
        value={to}
        onChange={(event) => setTo(event.target.value as To)}
      />
      {to === 'make' && (
        <>
          <label htmlFor={`${ids}t`}>{t('title')}</label>
          <Input id={`${ids}t`} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </>
      )}
      {to === 'gather' && (
        <>
          <label htmlFor={`${ids}p`}>{t('problem')}</label>
          <div data-own="problem">
            <ProblemPick id={`${ids}p`} value={problem} onChange={setProblem} />
          </div>
        </>
      )}
      {to !== 'only' && (
        <>
          <label htmlFor={`${ids}u`}>{t('unit')}</label>
          <div data-own="unit">
            <UnitPick id={`${ids}u`} value={unit} onChange={setUnit} />
          </div>
        </>
      )}
      <span />
      <span className="triage-own-send">
        <Button type="primary" onClick={send}>
          {t('send')}
        </Button>
        <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        {wrong && (
          <span role="alert" className="triage-wrong">
            {say(wrong)}
          </span>
        )}
      </span>
    </div>
  );
}
