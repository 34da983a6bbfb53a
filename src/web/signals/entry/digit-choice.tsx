/** A choice by its digit, by arrows or by a click. */
import { Radio } from 'antd';
import type { Said } from '#platform/problem.ts';
import type { DigitField } from '#web/signals/entry/entry-values.ts';
import { useSaid } from '#web/words/words.ts';

type DigitChoiceProps = {
  field: DigitField;
  of: Readonly<Record<string, Said>>;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
};

/** As a Form.Item's child it is given `id`, `value` and `onChange`. */
export function DigitChoice({ field, of, value, onChange }: DigitChoiceProps) {
  const say = useSaid();
  return (
    <Radio.Group
      optionType="button"
      className="digits"
      name={field}
      data-digits={field}
      value={value ?? null}
      onChange={(event) => onChange?.(event.target.value)}
      options={Object.entries(of).map(([key, said], index) => ({
        value: key,
        label: (
          <>
            <kbd aria-hidden>{index + 1}</kbd> {say(said)}
          </>
        ),
      }))}
    />
  );
}
