/** A file that came with a request: stored by its content before the transaction that will name it begins. */
import type { FastifyRequest } from 'fastify';
import type { Route } from '#platform/api.ts';
import type { City } from '#platform/city.ts';
import { parse } from '#platform/malformed.ts';
import { problem } from '#platform/problem.ts';
import { storeDocument, storeImage, storeSheet } from '#platform/stored.ts';

export type Stored = { hash: string; size: number; name: string; type: string };

type Received = { stored: Stored; body: unknown };

/** Reads the one file part and the fields before it. @throws field_required where there is no file. */
export async function storeUpload(city: City, request: FastifyRequest, route: Route): Promise<Received> {
  const { accept, limit } = route.upload!;
  const part = await request.file({ limits: { fileSize: limit } });
  if (!part) throw problem('file_missing');
  const name = part.filename.replace(/[\\/\p{Cc}]/gu, '_').slice(-200);
  const store = { image: storeImage, document: storeDocument, sheet: storeSheet }[accept];
  const stored = { ...(await store(city, part.file, limit)), name };
  const fields = Object.fromEntries(
    Object.entries(part.fields).flatMap(([key, field]) =>
      field && !Array.isArray(field) && field.type === 'field' ? [[key, field.value]] : [],
    ),
  );
  return { stored, body: route.body ? parse(route.body, fields) : undefined };
}
