import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { SessionCookie } from '../../access/session.ts'
import { AppError } from '../../errors/app-error.ts'

export const consoleDirectory = join(import.meta.dirname, '../../../../../web/dist')

const YEAR_MS = 31_536_000_000

/** Sign-in and setup are a separate entry page; every other path belongs to the console. */
const pageOf = (path: string): string => (/^(?:login|setup)\/?$/.test(path) ? 'login.html' : 'index.html')

/** Where a browser without a session is redirected: to sign in, and from there to the page it asked for. */
const signInPath = (url: string): string => (url === '/' ? '/login' : `/login?next=${encodeURIComponent(url)}`)

const isOfApi = (path: string): boolean => /^v1(?:[/?]|$)/i.test(path)

/** Clients take `ResourceNotFound` to mean that a resource is gone, which a path unknown to the API must not claim. */
const notFound = (path: string) => new AppError(isOfApi(path) ? 'OperationNotFound' : 'ResourceNotFound')

/**
 * Serves the built console. Files under /assets have a digest in their name and never change; the page itself is always
 * revalidated. A path that is neither a file nor an API route belongs to the console's router, so it gets the page.
 * Without a session it redirects, since the console would be loaded only to be refused by the API.
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
