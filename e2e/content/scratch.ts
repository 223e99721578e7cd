import { randomBytes } from 'node:crypto'
import { api, type Connection } from '@waybill/api-client'
import type { Account } from '../access.ts'
import { connect, expectValue } from '../connect.ts'

type Cleaning = () => Promise<void>

/**
 * Names for what a test creates. They are free on any installation, and whatever has such a name at the end of the test
 * is deleted, whether the test passed or not.
 */
export class Scratch {
  readonly #cleanings: Cleaning[] = []
  readonly #suffix = randomBytes(4).toString('hex')

  /** A profile name that is free in every scope; all its versions in the scope are deleted at the end. */
  profileName(prefix: string, owner: Account, scope: 'project' | 'tenant' = 'project'): string {
    const name = `${prefix}-${this.#suffix}`
    this.#cleanings.push(async () => deleteProfilesNamed(await connect(owner, scope), name))
    return name
  }

  /** A macro name that is free in every scope; the macro is deleted at the end. */
  macroName(prefix: string, owner: Account, scope: 'project' | 'tenant' = 'project'): string {
    const name = `${prefix}-${this.#suffix}`
    this.forgetMacro(name, owner, scope)
    return name
  }

  /** Deletes a macro with a given name at the end: one that was missing and that the test created. */
  forgetMacro(name: string, owner: Account, scope: 'project' | 'tenant' = 'project'): void {
    this.#cleanings.push(async () => deleteMacroNamed(owner, scope, name))
  }

  /**
   * An e-mail address that nobody has; a person with this address in the administrators' tenants is deleted at the end.
   */
  email(prefix: string, ...admins: readonly Account[]): string {
    const email = `${prefix}-${this.#suffix}@example.test`
    for (const admin of admins) {
      this.#cleanings.push(async () => deleteUserNamed(await connect(admin, 'tenant'), email))
    }
    return email
  }

  /**
   * A name that no role, team or project of the administrator's tenant has; whatever has it at the end of the test is
   * deleted.
   */
  nameOf(kind: 'role' | 'team' | 'project', admin: Account): string {
    const name = `${kind} ${this.#suffix}`
    this.#cleanings.push(async () => deleteNamed(kind, await connect(admin, 'tenant'), name))
    return name
  }

  async clean(): Promise<void> {
    for (const clean of this.#cleanings.toReversed()) await clean()
  }
}

async function deleteProfilesNamed(connection: Connection, name: string): Promise<void> {
  const { items } = expectValue(await api.profiles.listNames(connection))
  for (const { metadata } of items) {
    if (metadata.name === name) await api.profiles.delete(connection, { params: { uid: metadata.uid } })
  }
}

async function deleteUserNamed(connection: Connection, email: string): Promise<void> {
  const { items } = expectValue(await api.users.listNames(connection))
  const user = items.find(({ emailId }) => emailId === email)
  if (user) await api.accounts.remove(connection, { params: { uid: user.uid } })
}

async function deleteMacroNamed(owner: Account, scope: 'project' | 'tenant', name: string): Promise<void> {
  const connection = await connect(owner, scope)
  const uid = scope === 'project' ? connection.projectUid : owner.tenant.uid
  if (uid === undefined) throw new Error('The uid of the scope is not known; use an access file')
  const own = api[`${scope}Macros`]
  const { macros } = expectValue(await own.list(connection, { params: { uid } }))
  if (!macros.some((macro) => macro.name === name)) return
  await own.delete(connection, { params: { uid }, body: { macros: [{ name }] } })
}

async function deleteNamed(kind: 'role' | 'team' | 'project', connection: Connection, name: string): Promise<void> {
  const found = await findUidsNamed(kind, connection, name)
  for (const uid of found) {
    if (kind === 'role') await api.roles.remove(connection, { params: { uid } })
    else if (kind === 'team') await api.teams.remove(connection, { params: { uid } })
    else await api.projects.delete(connection, { params: { uid }, query: { cleanupProjectResources: 'true' } })
  }
}

/** Finds the name itself, and names that the test derived from it. */
async function findUidsNamed(kind: 'role' | 'team' | 'project', connection: Connection, name: string) {
  const isIt = (thing: { name: string }) => thing.name.startsWith(name)
  if (kind === 'team') {
    const teams = await api.teams.listForConsole(connection, { query: { search: name } })
    return teams.ok ? teams.value.items.filter(isIt).map(({ uid }) => uid) : []
  }
  const listed =
    kind === 'role'
      ? await api.roles.list(connection, { query: { limit: 0 } })
      : await api.projects.listNames(connection)
  if (!listed.ok) return []
  const found: readonly { metadata: { name: string; uid: string } }[] = listed.value.items
  return found.flatMap(({ metadata }) => (isIt(metadata) ? [metadata.uid] : []))
}
