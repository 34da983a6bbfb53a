/** Papers by name, each opening in a tab of its own; images are shown small. */
import FileOutlined from '@ant-design/icons/FileOutlined';
import type { ProjectPage } from '#views/project.api.ts';
import { pageWords } from '#web/projects/page.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/projects/record.css';

type Paper = ProjectPage['reports'][number]['files'][number];

/** `to`: the address of a paper by its id. */
export function Papers({ files, to }: { files: readonly Paper[]; to: (id: string) => string }) {
  const t = useWords(pageWords);
  const numbers = useNumbers();
  if (files.length === 0) return null;
  return (
    <ul className="papers">
      {files.map(({ id, name, type, size }) => {
        const address = to(id);
        return (
          <li key={id}>
            <a href={address} target="_blank" rel="noreferrer" title={t('opened', { name })}>
              {type.startsWith('image/') ? (
                <img src={address} alt={name} loading="lazy" />
              ) : (
                <FileOutlined aria-hidden />
              )}
              <span>
                {name} <span className="faint">{numbers.bytes(size)}</span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
