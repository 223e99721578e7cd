import type { InjectOptions } from 'fastify'
import { multipartOf, type BodyPart } from '../hostile/multipart-body.ts'
import { toJsonText, type Json } from './json-value.ts'

/** A request as it is generated and mutated, before it is serialised. */
export interface ApiRequest {
  /** Values of path parameters, as written in the URL. */
  path: Readonly<Record<string, string>>
  /** Names and values as written in the URL. */
  query: readonly (readonly [name: string, value: string])[]
  headers: Readonly<Record<string, string>>
  body: ApiBody
}

export type ApiBody =
  | { kind: 'none' }
  | { kind: 'json'; value: Json }
  | { kind: 'form'; parts: readonly BodyPart[] }
  | { kind: 'raw'; contentType: string | undefined; text: string }

/** A request as sent; `payload` is latin1, so that bytes which are not UTF-8 can be printed and sent again. */
export interface SentRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Readonly<Record<string, string>>
  payload?: string
}

export function toSent(place: Pick<SentRequest, 'method'> & { path: string }, request: ApiRequest): SentRequest {
  const path = place.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => request.path[name] ?? '')
  const query = request.query.map(([name, value]) => `${name}=${value}`).join('&')
  const { payload, contentType } = bytesOf(request.body)
  return {
    method: place.method,
    url: query === '' ? path : `${path}?${query}`,
    headers: { ...(contentType !== undefined && { 'content-type': contentType }), ...request.headers },
    ...(payload !== undefined && { payload }),
  }
}

export const toInjected = ({ payload, ...request }: SentRequest): InjectOptions => ({
  ...request,
  ...(payload !== undefined && { payload: Buffer.from(payload, 'latin1') }),
})

function bytesOf(body: ApiBody): { payload?: string; contentType?: string | undefined } {
  switch (body.kind) {
    case 'none':
      return {}
    case 'json':
      return { payload: latin1(toJsonText(body.value)), contentType: 'application/json' }
    case 'form': {
      const { payload, headers } = multipartOf(body.parts)
      return { payload: payload.toString('latin1'), contentType: headers['content-type'] }
    }
    case 'raw':
      return { payload: body.text, contentType: body.contentType }
  }
}

export const latin1 = (text: string): string => Buffer.from(text).toString('latin1')
