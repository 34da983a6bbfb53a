/** A route as data: method, path, shapes in and out, and what it may refuse. Server, browser and API document read the same. */
import type { z } from 'zod';
import type { Said } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: anybody, who is signed in, or who is signed in and has passed every factor the role demands. */
export type Access = 'open' | 'half' | 'signed-in' | 'token';

/** A file that comes with the request, as multipart/form-data; it is stored before the transaction begins. */
export type Upload = { accept: 'image' | 'document' | 'sheet'; limit: number };

export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** Below `/c/:city/api`. */
  path: `/${string}`;
  summary: Said;
  access?: Access;
  /** The verb that one of the caller's posts must hold; finer checks stand in the action. */
  verb?: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Absent: a file, streamed. */
  reply?: Reply;
  upload?: Upload;
  problems?: ProblemCode[];
};

type Shape<T> = T extends z.ZodType ? z.output<T> : undefined;
type Given<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<R> = R extends { params: infer P } ? Shape<P> : undefined;
export type QueryOf<R> = R extends { query: infer Q } ? Shape<Q> : undefined;
export type BodyOf<R> = R extends { body: infer B } ? Shape<B> : undefined;
export type ReplyOf<R> = R extends { reply: infer P } ? Shape<P> : undefined;

/** What a caller hands over: only the parts the route has. */
export type CallOf<R> = (R extends { params: infer P } ? { params: Given<P> } : object) &
  (R extends { query: infer Q } ? { query?: Given<Q> } : object) &
  (R extends { body: infer B } ? { body: Given<B> } : object) &
  (R extends { upload: Upload } ? { file: Blob; fileName?: string } : object);

/** Keeps the exact shapes of the routes of one room: `export const signalApi = routes({ … })`. */
export const routes = <T extends Record<string, Route>>(table: T): T => table;
