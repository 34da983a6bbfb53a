/** Speaking to the provider by which people sign in: OpenID Connect, authorization code with PKCE, state and nonce. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
} from 'openid-client';
import type { Provider } from '#people/oidc.store.ts';

const PATIENCE_SECONDS = 10;
/** Clocks of two offices may differ by so much. */
const SKEW_SECONDS = 60;

/** What the browser carries from the start to the return, sealed. */
export type Started = {
  state: string;
  nonce: string;
  verifier: string;
  /** Milliseconds since 1970, by the city's clock. */
  at: number;
  /** Who links their account, where nobody signs in. */
  link: string | null;
  /** Where they wanted to go, below the desk. */
  to: string;
};

export type Known = { issuer: string; subject: string; factors: readonly string[] };

/** Below the address of the desk; to be entered at the provider. */
export const returnPath = '/api/sign-in/oidc/return';

const found = new Map<string, Promise<Configuration>>();

/** Asked for once for a version of the settings; after a failure it is asked for again. Only the issuer's own host is spoken to. */
function configurationOf(provider: Provider): Promise<Configuration> {
  const { issuer, clientId, secret, version } = provider;
  const key = JSON.stringify([issuer, clientId, version]);
  const known = found.get(key);
  if (known) return known;
  const url = new URL(issuer);
  const ownHost: typeof fetch = async (to, options) => {
    if (new URL(String(to)).origin !== url.origin) throw new Error('another host than the issuer');
    return fetch(to, { ...options, redirect: 'manual' });
  };
  const asked = discovery(url, clientId, { [clockTolerance]: SKEW_SECONDS }, ClientSecretPost(secret), {
    timeout: PATIENCE_SECONDS,
    [customFetch]: ownHost,
    // An issuer inside the office's own network may speak http.
    ...(url.protocol === 'http:' && { execute: [allowInsecureRequests] }),
  });
  found.set(key, asked);
  asked.catch(() => found.delete(key));
  return asked;
}

/** Where the browser goes. @throws what the network throws where the issuer does not answer */
export async function authorizationUrl(provider: Provider, started: Started): Promise<URL> {
  const configuration = await configurationOf(provider);
  return buildAuthorizationUrl(configuration, {
    redirect_uri: `${provider.desk}${returnPath}`,
    scope: 'openid',
    code_challenge: await calculatePKCECodeChallenge(started.verifier),
    code_challenge_method: 'S256',
    state: started.state,
    nonce: started.nonce,
  });
}

/** @param query as it came back. @throws where state, nonce, signature or code are not right, or the issuer does not answer */
export async function whoReturns(provider: Provider, started: Started, query: URLSearchParams): Promise<Known> {
  const configuration = await configurationOf(provider);
  const url = new URL(`${provider.desk}${returnPath}`);
  url.search = query.toString();
  const tokens = await authorizationCodeGrant(configuration, url, {
    pkceCodeVerifier: started.verifier,
    expectedState: started.state,
    expectedNonce: started.nonce,
    idTokenExpected: true,
  });
  const { iss, sub, amr } = tokens.claims()!;
  const factors = Array.isArray(amr) ? amr.filter((one) => typeof one === 'string') : [];
  return { issuer: iss, subject: sub, factors };
}

/** Authentication methods of RFC 8176 that say there was a second factor. */
const SECOND = new Set(['mfa', 'otp', 'hwk', 'sms']);
export const hasSecondFactor = (factors: readonly string[]): boolean => factors.some((one) => SECOND.has(one));
