import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { SessionCookie } from '../../access/session.ts'
import { AppError } from '../../errors/app-error.ts'

export const consoleDirectory = join(import.meta.dirname, '../../../../../web/dist')

const YEAR_MS = 31_536_000_000

/** The page to sign in at, or to make a tenant at, is an entry of its own; every other path is the console's. */
const pageOf = (path: string): string => (path === 'login' || path === 'setup' ? 'login.html' : 'index.html')

/** Where who has no session is led: to sign in, and then to the page that they asked for. */
const signInPath = (url: string): string => (url === '/' ? '/login' : `/login?next=${encodeURIComponent(url)}`)

const isOfApi = (path: string): boolean => /^v1(?:[/?]|$)/i.test(path)

/** Clients take `ResourceNotFound` for "it is gone": an address that the API does not have is another thing. */
const notFound = (path: string) => new AppError(isOfApi(path) ? 'OperationNotFound' : 'ResourceNotFound')

/**
 * The built console. Files under /assets carry a digest in their name and never change; the page itself is asked for anew
 * each time. A path that is no file and no API route is the console's own, so it gets the page; without a session that would load
 * the whole console only to be refused by the API.
 */
export async function registerConsole(app: FastifyInstance, directory: string, session: SessionCookie): Promise<void> {
  app.setNotFoundHandler(({ url }) => {
    throw notFound(url.slice(1))
  })
  if (!existsSync(join(directory, 'index.html'))) return
  await app.register(fastifyStatic, { root: directory, serve: false, preCompressed: true, dotfiles: 'ignore' })
  const config = { access: 'public' } as const
  const schema = { hide: true }
  app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, ({ params }, reply) =>
    reply.sendFile(`assets/${params['*']}`, { maxAge: YEAR_MS, immutable: true }),
  )
  app.get<{ Params: { '*': string } }>('/*', { config, schema }, (request, reply) => {
    const path = request.params['*']
    if (isOfApi(path)) throw notFound(path)
    const file = extname(path) === '' ? pageOf(path) : path
    if (file === 'index.html' && session.read(request) === undefined) return reply.redirect(signInPath(request.url))
    return reply.header('cache-control', 'no-store').sendFile(file, { cacheControl: false })
  })
}
