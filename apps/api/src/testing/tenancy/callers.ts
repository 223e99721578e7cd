import type { TestApp } from '../test-app.ts'
import { addSession, addToken } from '../sessions.ts'
import type { Things } from './world/places.ts'
import type { World } from './world/world.ts'

/** Somebody who sends requests about things of the first project. */
export interface MatrixCaller {
  name: string
  role: string
  /** Whether their requests name the first project. */
  isInProject: boolean
  headers: Readonly<Record<string, string>>
  /** Their own things: those of the first project, except for keys, events and themselves. */
  things: Things
  /** Places whose things must never reach them: other tenants, and projects in which they have no role. */
  hiddenPlaces: readonly string[]
  /** Things that are not theirs, by place. */
  others: Readonly<Record<string, Things>>
}

const CALLERS = [
  { role: 'Tenant Admin', via: 'key', inProject: false },
  { role: 'Tenant Admin', via: 'key', inProject: true },
  { role: 'Project Admin', via: 'key', inProject: true },
  { role: 'Project Editor', via: 'token', inProject: true },
  { role: 'Project Viewer', via: 'session', inProject: true },
] as const

/** A caller of each kind, with an API key, a token and a session among them. */
export async function createCallers(test: TestApp, world: World): Promise<MatrixCaller[]> {
  const made = []
  for (const caller of CALLERS) made.push(await createCaller(test, world, caller))
  return made
}

async function createCaller(test: TestApp, world: World, { role, via, inProject }: (typeof CALLERS)[number]) {
  const person = await world.addPerson(role, inProject)
  const { uid: user, email: userEmail, apiKeyUid: apiKey, sessionUid: session, audit } = person
  const isOfTenant = role === 'Tenant Admin'
  return {
    name: `${role} in the ${inProject ? 'project' : 'tenant'}`,
    role,
    isInProject: inProject,
    headers: {
      ...(await credentials(test, { ...person, tenantUid: world.tenant.uid }, via)),
      ...(inProject && { projectuid: world.first.project }),
    },
    // Saved filters are those of the scope: requests in the tenant's scope reach none of a project.
    things: {
      ...world.first,
      ...(!inProject && { filter: world.shared.filter }),
      user,
      userEmail,
      apiKey,
      session,
      audit,
    },
    hiddenPlaces: isOfTenant ? ['foreign'] : ['foreign', 'second'],
    others: { 'another tenant': world.foreign, ...(!isOfTenant && { 'another project': world.second }) },
  }
}

interface Signing {
  uid: string
  apiKey: string
  tenantUid: string
}

async function credentials(test: TestApp, { uid, apiKey, tenantUid }: Signing, via: 'key' | 'token' | 'session') {
  if (via === 'key') return { apikey: apiKey }
  const who = { tenantUid, userUid: uid }
  if (via === 'token') return { authorization: await addToken(test, who) }
  return { cookie: `waybill=${await addSession(test, who)}`, 'sec-fetch-site': 'same-origin' }
}
