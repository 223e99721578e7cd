import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { API_DOCS_POLICY } from './content-security-policy.ts'

const config = { access: 'public' } as const
const schema = { hide: true }

/** Only the package's browser files are used: its page needs more than our content security policy allows. */
const swaggerUi = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static')
const swaggerUiFiles = ['swagger-ui.css', 'swagger-ui-bundle.js']

const ownFile = (name: string) => readFileSync(join(import.meta.dirname, 'api-docs', name), 'utf8')

/** Swagger UI for the OpenAPI document at /docs, served from local files only. */
export async function registerApiDocs(app: FastifyInstance): Promise<void> {
  const page = ownFile('page.html')
  const script = ownFile('start.js')
  const style = ownFile('page.css')
  await app.register(async (docs) => {
    await docs.register(fastifyStatic, { root: swaggerUi, serve: false })
    const helmet = { contentSecurityPolicy: { directives: API_DOCS_POLICY } }
    docs.get('/docs', { config, schema, helmet }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    )
    docs.get('/docs/start.js', { config, schema }, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    )
    docs.get('/docs/page.css', { config, schema }, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(style),
    )
    for (const name of swaggerUiFiles)
      docs.get(`/docs/${name}`, { config, schema }, (_request, reply) => reply.sendFile(name, { maxAge: '1h' }))
  })
}
