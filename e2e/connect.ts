import { api, type Connection, type Result } from '@waybill/api-client'
import { baseUrl, type Account } from './access.ts'

/** A connection of the API in the scope of the account's project, or of its tenant. */
export async function connect(account: Account, scope: 'project' | 'tenant'): Promise<Connection> {
  const tenantConnection: Connection = { baseUrl: baseUrl(), headers: await credentials(account) }
  if (scope === 'tenant') return tenantConnection
  const projectUid = account.project.uid ?? (await findProject(tenantConnection, account.project.name))
  return { ...tenantConnection, projectUid }
}

async function credentials(account: Account): Promise<Record<string, string>> {
  if (account.apiKey !== undefined) return { ApiKey: account.apiKey }
  const response = await fetch(`${baseUrl()}/v1/auth/authenticate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ emailId: account.email, password: account.password }),
  })
  if (!response.ok) throw new Error(`${account.email} could not sign in: HTTP ${response.status}`)
  const { Authorization } = (await response.json()) as { Authorization: string }
  return { Authorization }
}

async function findProject(connection: Connection, name: string): Promise<string> {
  const projects = await api.projects.listNames(connection)
  const project = projects.ok ? projects.value.items.find((item) => item.metadata.name === name) : undefined
  if (!project) throw new Error(`The installation has no project ${name} for this account`)
  return project.metadata.uid
}

/** What the API answered; fails if it refused. */
export function expectValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The API refused what a test needs: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The address of the account's project in the console. */
export async function projectPath(account: Account): Promise<string> {
  const { projectUid } = await connect(account, 'project')
  return `/projects/${projectUid}`
}
