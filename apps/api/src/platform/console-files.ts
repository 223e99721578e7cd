import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { AppError } from './app-error.ts'

export const consoleDirectory = join(import.meta.dirname, '../../../web/dist')

/**
 * The built console. Files under /assets carry a digest in their name and never change; the page itself is asked for anew
 * each time. A path that is no file and no API route is the console's own, so it gets the page.
 */
export async function registerConsole(app: FastifyInstance, directory: string): Promise<void> {
  const hasConsole = existsSync(join(directory, 'index.html'))
  if (hasConsole) {
    await app.register(fastifyStatic, {
      root: directory,
      preCompressed: true,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes('/assets/')
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-store')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (!hasConsole || !isPage || isApiPath(request.url)) throw new AppError('ResourceNotFound')
    return reply.sendFile('index.html')
  })
}

const isApiPath = (url: string) => /^\/+(v1|assets)(\/|$)/i.test(url)
