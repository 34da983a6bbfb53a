/** The HTTP server: security headers, one form of refusal, and the API document. */
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { newId } from '#platform/ids.ts';
import { malformed } from '#platform/malformed.ts';
import { Problem, problem } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import type { Tls } from '#platform/tls.ts';

export type HttpOptions = {
  /** The proxies whose X-Forwarded-For is believed; false: none. */
  trustProxy?: boolean | string;
  log?: 'silent' | 'warn' | 'info';
  /** PEM texts: the server then speaks HTTPS alone. */
  tls?: Tls | undefined;
};

const JSON_LIMIT = 1 << 20;

export async function makeHttp(options: HttpOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.tls && { https: options.tls }),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: JSON_LIMIT,
    genReqId: newId,
    logger: options.log === 'silent' ? false : { level: options.log ?? 'warn' },
    // Cookies and codes never reach a log: only these are written of a request.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  }) as FastifyInstance;
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (value) => {
    const result = schema.safeParse(value);
    return result.success ? { value: result.data } : { error: malformed(result.error.issues) };
  });
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 8, fieldSize: 64 << 10 } });
  await app.register(swagger, {
    openapi: { info: { title: '溯源 Suyuan API', version: '1' } },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.addHook('onSend', async (request, reply) => {
    // A reply that is stricter about itself stays so.
    for (const [name, value] of Object.entries(headersFor(request.url)))
      if (!reply.hasHeader(name)) reply.header(name, value);
    if (options.tls) reply.header('strict-transport-security', 'max-age=31536000');
  });
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((_, reply) => sendProblem(reply, problem('not_found')));
  return app;
}

/** OWASP's set for an application that frames nothing and loads nothing from elsewhere; antd writes inline styles. */
const CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

function headersFor(url: string): Record<string, string> {
  const always = {
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  };
  return /^\/c\/[^/]+\/api\//.test(url) ? { ...always, 'cache-control': 'no-store' } : always;
}

export function sendProblem(reply: FastifyReply, refusal: Problem): FastifyReply {
  if (refusal.body.retry_after) reply.header('retry-after', refusal.body.retry_after);
  return reply
    .code(refusal.body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(refusal.body);
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const refusal = refusalOf(error);
  if (refusal instanceof Problem) return refusal;
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return problem('too_large', { limit: '1 MB' });
  }
  if (error.statusCode === 400 || error.statusCode === 415) return problem('malformed', { count: 1 });
  request.log.error({ err: error, url: request.routeOptions.url }, 'a fault of the program');
  return problem('broken', { request: String(request.id) });
}

function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, problemOf(error, request));
}
