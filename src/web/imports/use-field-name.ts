/** The name of a field that a column can become, in the user's language. */
import { fieldWords } from '#web/imports/import.words.ts';
import { useSaid } from '#web/words/words.ts';

type Field = { field: string; name: string };

/** Of people the name is a person's. */
const ofPeople: typeof fieldWords = { name: { zh: '姓名', en: 'Name' } };

export function useFieldName(kind: string, fields: readonly Field[]): (field: string) => string {
  const say = useSaid();
  return (field) => {
    const words = (kind === 'people' && ofPeople[field]) || fieldWords[field];
    return words ? say(words) : (fields.find((one) => one.field === field)?.name ?? field);
  };
}
