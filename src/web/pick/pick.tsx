/** A select whose options come from the server as one types; the chosen one is kept with its name, for the sentence afterwards. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { pickWords } from '#web/pick/pick.words.ts';
import type { Typed } from '#web/pick/use-typed.ts';
import { useWords } from '#web/words/words.ts';

export type Picked = { id: string; name: string };
export type Option = Picked & { shown: ReactNode };

/** As a Form.Item's child a picker is given `id`, `value` and `onChange`. */
export type PickProps = {
  id?: string;
  value?: Picked | null;
  onChange?: (picked: Picked | null) => void;
  label?: string;
};

type SearchSelectProps = PickProps & {
  options: readonly Option[];
  /** Options of what was typed before are still shown: the new ones are on their way. */
  reading: boolean;
  typing: Typed;
  hint: string;
  none: string;
};

export function SearchSelect({
  id,
  value,
  onChange,
  label,
  options: all,
  reading,
  typing,
  hint,
  none,
}: SearchSelectProps) {
  const t = useWords(pickWords);
  const { text, typed, type } = typing;
  // Enter must never take what was offered for the words before, even where it fits: among what comes, another is nearer.
  const waits = reading || text !== typed;
  const options = waits ? [] : all;
  const known =
    value && text === '' && !options.some((option) => option.id === value.id) ? [{ ...value, shown: value.name }] : [];
  return (
    <Select<string>
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      className="pick"
      style={{ width: '100%' }}
      placeholder={label ?? hint}
      value={value?.id ?? null}
      options={[...known, ...options].map(({ id, name, shown }) => ({ value: id, label: name, shown }))}
      optionRender={({ data }) => data.shown}
      showSearch={{ filterOption: false, onSearch: type }}
      allowClear
      loading={reading}
      notFoundContent={<span className="quiet">{waits ? t('reading') : none}</span>}
      onChange={(chosen) => {
        const option = options.find((one) => one.id === chosen);
        onChange?.(option ? { id: option.id, name: option.name } : null);
      }}
    />
  );
}
