/** Puts each refused field on its input; what has no input comes back, to be said above the form. */
import type { FormInstance } from 'antd';
import type { Said } from '#platform/problem.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { saidNow } from '#web/words/words.ts';

type Name = (string | number)[];

/** `steps.0.name` → ['steps', 0, 'name'], as antd names a field. */
const nameOf = (path: string): Name => path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The input of a path: the one of that name, or the nearest above it (a list whose third member is wrong). */
function inputOf(path: Name, inputs: readonly string[]): Name | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length);
    if (inputs.includes(name.join('.'))) return name;
  }
  return undefined;
}

/** @returns the sentences that found no input. The first input in fault is scrolled to and focused. */
export function layOnForm(form: FormInstance, refusal: Refusal): Said[] {
  const inputs = form.getFieldsError().map(({ name }) => name.join('.'));
  const loose: Said[] = [];
  const laid = new Map<string, { name: Name; errors: string[] }>();
  for (const { path, message } of refusal.body.fields ?? []) {
    const name = inputOf(nameOf(path), inputs);
    if (!name) loose.push({ zh: `${path}：${message.zh}`, en: `${path}: ${message.en}` });
    else {
      const entry = laid.get(name.join('.')) ?? { name, errors: [] };
      entry.errors.push(saidNow(message));
      laid.set(name.join('.'), entry);
    }
  }
  form.setFields([...laid.values()]);
  const [first] = laid.values();
  if (first) form.scrollToField(first.name, { focus: true, block: 'center' });
  return loose;
}
