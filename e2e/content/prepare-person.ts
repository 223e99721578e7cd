import { api, type Connection } from '@waybill/api-client'
import { baseUrl, type Account } from '../access.ts'
import { connect, expectValue } from '../connect.ts'

export interface Person {
  uid: string
  email: string
  password: string
}

interface NewPerson {
  email: string
  password: string
  /** Roles in the tenant. */
  roles: readonly string[]
}

/** Creates a person in the administrator's tenant who can sign in. */
export async function preparePerson(admin: Account, { email, password, roles }: NewPerson): Promise<Person> {
  const uid = await prepareInvited(admin, { email, roles })
  const link = await preparePasswordLink(admin, uid)
  expectValue(
    await api.passwords.resetByLink(
      { baseUrl: baseUrl() },
      { params: { passwordToken: link.split('#password=')[1] ?? '' }, body: { password } },
    ),
  )
  return { uid, email, password }
}

/** Creates a person who has no password yet. */
export async function prepareInvited(
  admin: Account,
  { email, roles }: Pick<NewPerson, 'email' | 'roles'>,
): Promise<string> {
  const spec = { emailId: email, firstName: 'Kim', lastName: 'Scratch', roles: [...roles] }
  return expectValue(await api.users.create(await connect(admin, 'tenant'), { body: { spec } })).uid
}

/** The link for setting a person's password, as shown to an administrator. */
export async function preparePasswordLink(admin: Account, uid: string): Promise<string> {
  return expectValue(await api.accounts.makePasswordLink(await connect(admin, 'tenant'), { params: { uid } })).link
}

/** Creates a key for the connection's user. */
export async function prepareApiKey(connection: Connection, name: string): Promise<string> {
  return expectValue(await api.apiKeys.create(connection, { body: { metadata: { name }, spec: { expiry: '' } } }))
    .apiKey
}

/** The status of a request with a key. */
export async function statusOfKey(apiKey: string): Promise<number> {
  return (await fetch(`${baseUrl()}/v1/users/me`, { headers: { ApiKey: apiKey } })).status
}
