import { readFileSync } from 'node:fs'

/** The two environments that the flows copy profiles between. */
export type Environment = 'stage' | 'dev'
/** The roles that the flows sign in with. */
export type Part = 'tenant-admin' | 'project-admin' | 'viewer'

export interface Account {
  email: string
  password: string
  apiKey: string | undefined
  tenant: { name: string; uid: string | undefined }
  /** The project that the flows work in. */
  project: { name: string; uid: string | undefined }
}

/** The shape of DATA_DIR/demo-access.json; E2E_ACCESS_FILE names a file of the same shape. */
interface AccessFile {
  tenants: {
    name: string
    uid: string
    projects: { name: string; uid: string }[]
    users: { email: string; password: string; roles: string[]; apiKey?: string }[]
  }[]
}

const ROLES: Record<Part, RegExp> = {
  'tenant-admin': /^tenant admin$/i,
  'project-admin': /^project admin$/i,
  viewer: /viewer$/i,
}

/** The address of the installation under test, without a trailing slash. */
export function baseUrl(): string {
  return required('E2E_BASE_URL').replace(/\/$/, '')
}

/**
 * Finds an account: in E2E_<ENVIRONMENT>_<PART>_EMAIL and _PASSWORD (E2E_DEV_PROJECT_ADMIN_EMAIL …) if these are set,
 * else in the access file. The tenants are Stage and Dev and the project is Default, unless E2E_STAGE_TENANT,
 * E2E_DEV_PROJECT … name others.
 */
export function account(environment: Environment, part: Part): Account {
  const tenant = variable(environment, 'TENANT') ?? (environment === 'stage' ? 'Stage' : 'Dev')
  const project = variable(environment, 'PROJECT') ?? 'Default'
  return fromVariables(environment, part, { tenant, project }) ?? fromFile(tenant, project, part)
}

function fromVariables(environment: Environment, part: Part, names: { tenant: string; project: string }) {
  const prefix = part.replace('-', '_').toUpperCase()
  const email = variable(environment, `${prefix}_EMAIL`)
  const password = variable(environment, `${prefix}_PASSWORD`)
  if (email === undefined || password === undefined) return undefined
  return {
    email,
    password,
    apiKey: undefined,
    tenant: { name: names.tenant, uid: undefined },
    project: { name: names.project, uid: undefined },
  }
}

function fromFile(tenantName: string, projectName: string, part: Part): Account {
  const access = JSON.parse(readFileSync(required('E2E_ACCESS_FILE'), 'utf8')) as AccessFile
  const tenant = access.tenants.find((candidate) => candidate.name === tenantName)
  const user = tenant?.users.find((candidate) => candidate.roles.some((role) => ROLES[part].test(role)))
  if (!tenant || !user) throw new Error(`E2E_ACCESS_FILE names no ${part} of tenant ${tenantName}`)
  const project = tenant.projects.find((candidate) => candidate.name === projectName)
  return {
    email: user.email,
    password: user.password,
    apiKey: user.apiKey,
    tenant: { name: tenant.name, uid: tenant.uid },
    project: { name: projectName, uid: project?.uid },
  }
}

function variable(environment: Environment, name: string): string | undefined {
  return process.env[`E2E_${environment.toUpperCase()}_${name}`] || undefined
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; e2e/README.md says what it is`)
  return value
}
