/** How to walk along the line, and what its edges are called in W3C PROV, as the file has them. */
import { provOf } from '#views/prov.ts';
import { edgeNames, sourceWords } from '#web/source/source.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function ProvHelp() {
  const t = useWords(sourceWords);
  const say = useSaid();
  return (
    <div className="prov-help">
      <p>{t('helpKeys')}</p>
      <h3>{t('provTitle')}</h3>
      <p className="quiet">{t('provHow')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('provEdge')}</th>
            <th scope="col">{t('provRelation')}</th>
            <th scope="col">{t('provActivity')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(provOf).map(([kind, { relation, activity }]) => (
            <tr key={kind}>
              <td>{say(edgeNames[kind as keyof typeof provOf])}</td>
              <td>
                <code>prov:{relation}</code>
              </td>
              <td>
                <code>suyuan:{activity}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
