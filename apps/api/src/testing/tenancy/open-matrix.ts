import type { InjectOptions } from 'fastify'
import { buildTestApp, type TestAppOptions } from '../test-app.ts'
import { readAnswer, type Answer } from './answers.ts'
import { createCallers, type MatrixCaller } from './callers.ts'
import { takeSnapshot, type DatabaseSnapshot } from '../database/database-snapshot.ts'
import { readOpenApi } from '../openapi/describe-requests.ts'
import { createRequests, urlOf, type MatrixRequest } from './requests/matrix-requests.ts'
import { startRegistryServer } from '../registry-servers/registry-server.ts'
import { withRoutes, type RegisteredRoute } from './requests/registered-routes.ts'
import { createStrangers } from './strangers.ts'
import { createWorld, type World } from './world/world.ts'

/** The app with its routes, a world to ask about, and callers. */
export async function openMatrix(options: Pick<TestAppOptions, 'withoutWall'> = {}) {
  const server = await startRegistryServer()
  const { built: test, routes } = await withRoutes(() =>
    buildTestApp({ ...options, settings: { ALLOWED_HOSTS: server.host } }),
  )
  const world = await createWorld(test, server.endpoints)
  const callers = await createCallers(test, world)
  const strangers = await createStrangers(test)
  const snapshot = await takeSnapshot(test.databaseUrl)
  const requests = createRequests(readOpenApi((await test.app.inject('/v1/openapi.json')).json()), server.endpoints)

  async function send(
    { path, method }: RegisteredRoute,
    request: MatrixRequest,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const options: InjectOptions = {
      method,
      url: urlOf(path, request),
      headers: { ...headers, ...request.headers },
      ...(isPayload(request.body) && { payload: request.body }),
      // Otherwise a request for an event stream would never end.
      payloadAsStream: true,
    }
    return readAnswer(await test.app.inject(options))
  }

  return {
    test,
    world,
    callers,
    strangers,
    snapshot,
    send,
    own: requests.own,
    routes: routes.map((route) => requests.describe(route)),
    hiddenFrom: await hiddenTexts(snapshot, world),
    known: new Set([...(await snapshot.uidsOf(world.tenant.uid)), ...(await snapshot.uidsOf(world.foreignTenantUid))]),
    close: async () => {
      await snapshot.close()
      await test.close()
      await server.close()
    },
  }
}

export type Matrix = Awaited<ReturnType<typeof openMatrix>>

const isPayload = (body: unknown): body is object => typeof body === 'object' && body !== null

const UID = /^[0-9a-f]{24}$/

/** Texts that reveal a hidden thing: its place's canaries, and its uids. */
async function hiddenTexts(snapshot: DatabaseSnapshot, { first, second, foreignTenantUid }: World) {
  const shared = new Set(Object.values(first))
  const ofSecond = Object.values(second).filter((value) => UID.test(value) && !shared.has(value))
  const uids: Record<string, readonly string[]> = {
    foreign: [foreignTenantUid, ...(await snapshot.uidsOf(foreignTenantUid))],
    second: ofSecond,
  }
  return ({ hiddenPlaces }: MatrixCaller): string[] =>
    hiddenPlaces.flatMap((place) => [`canary-${place}`, ...(uids[place] ?? [])])
}
