/** Walks an XML part chunk by chunk with saxes, so that only the node being read is in memory. */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { problem } from '#platform/problem.ts';
import { maxCellChars, maxDepth } from '#sheet/limits.ts';

export type Attributes = Record<string, string>;

/** Names come without their prefix: writers may choose any (`<x:row>`). */
export type Handlers = {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Feeds the part to the handlers and hands over control after each chunk.
 * Refuses broken XML, elements nested without end, and a document type, which no workbook has and entity bombs need:
 * all three as `sheet_damaged`.
 */
export async function* walkXml(bytes: AsyncIterable<Uint8Array>, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let fed = 0;
  let depth = 0;
  let failure: unknown;
  const fail = () => {
    failure ??= problem('sheet_damaged');
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', (tag) => {
    fed = 0;
    if (++depth > maxDepth) fail();
    if (!failure) handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    fed = 0;
    depth--;
    if (!failure) handlers.close?.(localName(tag.name));
  });
  const onText = handlers.text;
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
    fed += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (failure) break;
    // Between two tags stands at most one cell: more than that is a text node meant to fill the memory.
    if (fed > maxCellChars * 6) throw problem('sheet_bomb');
    yield;
  }
  if (!failure) parser.write(decoder?.decode() ?? '').close();
  yield;
  if (failure) throw failure;
}

/** Walks a small part to its end. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: Handlers): Promise<void> {
  for await (const _ of walkXml(bytes, handlers));
}

function localName(name: string): string {
  return name.length === 1 ? name : name.slice(name.indexOf(':') + 1);
}
