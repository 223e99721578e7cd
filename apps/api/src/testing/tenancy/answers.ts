import { text } from 'node:stream/consumers'
import type { LightMyRequestResponse } from 'fastify'

/** A response without what differs from request to request. */
export interface Answer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** Differs each time, or with the length of the thing asked for. */
const OF_ONE_REQUEST = new Set(['date', 'audituid', 'content-length', 'connection', 'keep-alive'])

export async function readAnswer(response: LightMyRequestResponse): Promise<Answer> {
  const headers = Object.entries(response.headers).filter(([name]) => !OF_ONE_REQUEST.has(name))
  return {
    status: response.statusCode,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: await readBody(response),
  }
}

/** Reads the body; of an endless stream only the beginning. */
async function readBody(response: LightMyRequestResponse): Promise<string> {
  const stream = response.stream()
  if (response.headers['content-type'] !== 'text/event-stream') return text(stream)
  for await (const chunk of stream) return String(chunk)
  return ''
}

interface Echo {
  /** The thing that was asked for. */
  asked: string
  /** Known uids: all others were created on the way. */
  known: ReadonlySet<string>
}

const UID = /[0-9a-f]{24}/g
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

/** The response without the thing asked for and new uids: two equal ones cannot be told apart. */
export function sayingOf({ status, headers, body }: Answer, { asked, known }: Echo) {
  const general = (said: string) =>
    withoutEcho(said, asked)
      .replace(/"ref":"[^"]*"/, '"ref":"…"')
      .replace(/"apiKey":"[^"]*"/, '"apiKey":"…"')
      // Digest of the uploaded file, which names the thing asked for.
      .replace(/"fileDigest":"[^"]*"/, '"fileDigest":"…"')
      .replace(/#password=[^"]*/, '#password=…')
      .replaceAll(UID, (uid) => (known.has(uid) ? uid : '…'))
      .replaceAll(TIME, '…')
  const told = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, general(value)]))
  return { status, headers: told, body: general(body) }
}

/** The caller knows what they asked for, so its name in JSON or URLs discloses nothing. */
export const withoutEcho = (said: string, asked: string): string =>
  asked === ''
    ? said
    : [asked, JSON.stringify(asked).slice(1, -1), encodeURIComponent(asked)].reduce(
        (left, each) => left.replaceAll(each, '<asked>'),
        said,
      )

export const codeOf = ({ body }: Answer): string | undefined => /^\{"code":"(\w+)"/.exec(body)?.[1]
