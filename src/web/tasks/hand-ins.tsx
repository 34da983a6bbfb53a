/** What was handed in, the latest first, with its files and what the reviewer said. Images are shown, other files named. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import FileOutlined from '@ant-design/icons/FileOutlined';
import UndoOutlined from '@ant-design/icons/UndoOutlined';
import { evidenceApi } from '#evidence/evidence.api.ts';
import type { TaskPage } from '#views/desk.api.ts';
import { addressOf } from '#web/call/address.ts';
import { taskWords } from '#web/tasks/task.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type HandIn = TaskPage['handIns'][number];

export function HandIns({ handIns }: Pick<TaskPage, 'handIns'>) {
  const t = useWords(taskWords);
  return (
    <Part title={t('handIns')}>
      {handIns.length === 0 && <p className="faint">{t('noHandIns')}</p>}
      <ol className="hand-ins">
        {handIns.map((one) => (
          <OneHandIn key={one.id} handIn={one} />
        ))}
      </ol>
    </Part>
  );
}

function OneHandIn({ handIn }: { handIn: HandIn }) {
  const t = useWords(taskWords);
  const times = useTimes();
  const { by, at, words, files, review } = handIn;
  return (
    <li>
      <p className="faint">
        <time dateTime={at} title={times.exact(at)}>
          {t('handedIn', { name: by, when: times.near(at) })}
        </time>
      </p>
      <p className="verbatim">{words}</p>
      {files.length > 0 && (
        <ul className="evidence">
          {files.map((file) => (
            <EvidenceFile key={file.id} file={file} />
          ))}
        </ul>
      )}
      {review && (
        <div className={review.passed ? 'review tone-done' : 'review tone-wait'}>
          <p className="light">
            {review.passed ? <CheckCircleFilled aria-hidden /> : <UndoOutlined aria-hidden />}
            {t(review.passed ? 'confirmed' : 'returned', { name: review.by })}{' '}
            <time className="faint" dateTime={review.at} title={times.exact(review.at)}>
              {times.near(review.at)}
            </time>
          </p>
          <p className="verbatim">{review.words}</p>
        </div>
      )}
    </li>
  );
}

/** What browsers show by themselves; a photo in HEIC is a file to open. */
const SHOWN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

function EvidenceFile({ file }: { file: HandIn['files'][number] }) {
  const t = useWords(taskWords);
  const numbers = useNumbers();
  const address = addressOf(evidenceApi.file, { params: { id: file.id } });
  return (
    <li>
      <a href={address} target="_blank" rel="noreferrer" title={t('openFile', { name: file.name })}>
        {SHOWN.includes(file.type) ? (
          <img src={address} alt={file.name} loading="lazy" />
        ) : (
          <FileOutlined aria-hidden />
        )}
        <span className="one-line">{file.name}</span>
      </a>
      <span className="faint">{numbers.bytes(file.size)}</span>
    </li>
  );
}
