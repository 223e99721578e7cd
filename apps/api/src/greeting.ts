import type { DemoAccess } from '../../../prisma/seed.ts'

interface Started {
  url: string
  /** Created by this start. */
  demo: DemoAccess | undefined
  /** While there is no tenant. */
  setupCode: string | undefined
  /** Output to anything but a terminal may be collected and read by more people than may sign in. */
  isTerminal: boolean
}

/** What a start prints once it is ready; passwords and the setup code only to a terminal. */
export function greetingOf({ url, demo, setupCode, isTerminal }: Started): string {
  return [
    `Waybill is ready at ${url}`,
    ...(demo ? demoLines(demo, isTerminal) : []),
    ...(setupCode === undefined ? [] : [setupLine(url, isTerminal ? setupCode : undefined)]),
  ].join('\n')
}

function demoLines({ tenants }: DemoAccess, isTerminal: boolean): string[] {
  if (!isTerminal) return ['The demo was made; its logins are in demo-access.json in DATA_DIR.']
  const users = tenants.flatMap(({ name, users: accounts }) =>
    accounts.map(
      ({ roles, email, password }) => `  ${name.padEnd(8)} ${roles.join(', ').padEnd(16)} ${email}  ${password}`,
    ),
  )
  return ['The demo was made; these logins are in demo-access.json in DATA_DIR as well:', ...users]
}

function setupLine(url: string, code: string | undefined): string {
  const make = `There is no tenant yet. Make the first one at ${url}/setup with the setup code`
  return code === undefined
    ? `${make} in the file setup-code in DATA_DIR.`
    : `${make} ${code}, which is in the file setup-code in DATA_DIR as well.`
}
