/** The rules of a password, each ticked as it is met while one writes; the server checks by the same function. */
import CheckOutlined from '@ant-design/icons/CheckOutlined';
import MinusOutlined from '@ant-design/icons/MinusOutlined';
import { passwordFaults } from '#people/password.ts';
import { signInWords } from '#web/sign-in/sign-in.words.ts';
import { useWords } from '#web/words/words.ts';

export type PasswordRulesProps = { password: string; login: string; least: number };

const rules = [
  { code: 'password_short', word: 'rule_short' },
  { code: 'password_classes', word: 'rule_classes' },
  { code: 'password_has_login', word: 'rule_login' },
] as const;

export function PasswordRules({ password, login, least }: PasswordRulesProps) {
  const t = useWords(signInWords);
  const broken = new Set<string>(passwordFaults(password, login.toLowerCase(), least > 8).map(({ code }) => code));
  return (
    <ul className="rules" aria-label={t('rules')}>
      {rules.map(({ code, word }) => {
        const met = password !== '' && !broken.has(code);
        return (
          <li key={code} className={met ? 'met' : ''}>
            {met ? <CheckOutlined aria-label={t('met')} /> : <MinusOutlined aria-label={t('unmet')} />}
            {t(word, { least })}
          </li>
        );
      })}
      <li>
        <MinusOutlined aria-hidden />
        {t('rule_used')}
      </li>
    </ul>
  );
}
