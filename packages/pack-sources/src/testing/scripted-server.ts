import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/**
 * A response: nothing at all (the connection is cut), or a status, headers and a body, which may be endless or cut off
 * after its first part.
 */
export type ScriptedAnswer =
  | 'cut'
  | {
      status?: number
      headers?: Record<string, string>
      body?: string | Uint8Array | Iterable<string | Uint8Array>
      isBrokenOff?: boolean
    }

export interface ScriptedServer {
  origin: string
  /** `METHOD /path?query` of every request, in order. */
  asked: string[]
  close: () => Promise<void>
}

/** A server that responds as a test says, to play servers that no real program can play. Undefined is a 404. */
export async function startScriptedServer(
  answerTo: (url: URL, request: IncomingMessage) => ScriptedAnswer | undefined,
): Promise<ScriptedServer> {
  const asked: string[] = []
  const server = createServer((request, reply) => {
    asked.push(`${request.method} ${request.url}`)
    const answer = answerTo(new URL(request.url ?? '/', `http://${request.headers.host}`), request) ?? { status: 404 }
    if (answer === 'cut') return void request.socket.destroy()
    reply.writeHead(answer.status ?? 200, answer.headers)
    const { body = '', isBrokenOff = false } = answer
    if (isBrokenOff && typeof body === 'string') reply.write(body, () => request.socket.destroy())
    else if (typeof body === 'string' || body instanceof Uint8Array) reply.end(body)
    else void writeAll(reply, body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The scripted server has no port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function writeAll(reply: NodeJS.WritableStream & { destroyed?: boolean }, body: Iterable<string | Uint8Array>) {
  const gone = new Promise((resolve) => reply.once('close', resolve))
  for (const chunk of body) {
    if (reply.destroyed) return
    if (!reply.write(chunk)) await Promise.race([once(reply, 'drain'), gone])
  }
  reply.end()
}
