import { api, type Result } from '@waybill/api-client'
import type { BrowserContext } from '@playwright/test'
import {
  HELP_PAGES,
  IMPORT_STEPS,
  PACK_TABS,
  paths,
  PROFILE_TABS,
  TENANT_PATH,
} from '../../../apps/web/src/shared/navigation/paths.ts'
import type { Account } from '../../access.ts'
import { connect } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { SetupPage } from '../../pages/frame/setup.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { signIn } from '../../sign-in.ts'

const scope = TENANT_PATH
const LATER_STEPS = IMPORT_STEPS.filter((step) => step !== 'upload-file')
/** Opened together; more would only wait for each other. */
const PAGES_AT_ONCE = 4

/** Every address of the console, by page: an entry of `paths` that is missing here does not compile. */
async function everyAddress(account: Account): Promise<readonly (readonly string[])[]> {
  const { profile, pack, registry, person, role } = await findUids(account)
  const pages = {
    profiles: [paths.profiles(scope)],
    addProfile: [paths.addProfile(scope)],
    importProfile: IMPORT_STEPS.map((step) => paths.importProfile(scope, step)),
    profile: PROFILE_TABS.map((tab) => paths.profile(scope, profile, tab)),
    compare: [paths.compare(scope, { left: profile, right: profile }), paths.compare(scope, { left: profile })],
    editProfile: [paths.editProfile(scope, profile)],
    exportProfile: [paths.exportProfile(scope, profile, 'layers')],
    exportTerraform: [paths.exportTerraform(scope, profile, 'layers')],
    emptyValues: [paths.emptyValues(scope, profile)],
    newVersion: [paths.newVersion(scope, profile, 'layers')],
    cloneProfile: [paths.cloneProfile(scope, profile, 'layers')],
    publishProfile: [paths.publishProfile(scope, profile, 'layers')],
    deleteProfile: [paths.deleteProfile(scope, profile, 'layers')],
    exportFromList: [paths.exportFromList(scope, profile)],
    manifests: [paths.manifests(scope, profile, 'kubernetes')],
    packUpdates: [paths.packUpdates(scope, profile)],
    profileUpdates: [paths.profileUpdates(scope)],
    updatePacks: [paths.updatePacks(scope, profile), paths.updatePacks(scope, profile, { layer: 'kubernetes' })],
    packs: [paths.packs(scope)],
    pack: PACK_TABS.map((tab) => paths.pack(scope, pack, tab)),
    home: [paths.home(scope)],
    help: [paths.help(scope), ...HELP_PAGES.map((page) => paths.help(scope, page))],
    macros: [paths.macros(scope)],
    auditLog: [paths.auditLog(scope), paths.auditLog(scope, { outcome: 'refused' })],
    tenantSettings: [paths.tenantSettings],
    people: [paths.people],
    person: [paths.person(person)],
    apiKeys: [paths.apiKeys],
    singleSignOn: [paths.singleSignOn],
    roles: [paths.roles],
    addRole: [paths.addRole(), paths.addRole(role)],
    role: [paths.role(role)],
    // A built-in role cannot be edited, so this redirects to the role; the team does not exist, so its page says so.
    editRole: [paths.editRole(role)],
    teams: [paths.teams],
    team: [paths.team('0'.repeat(24))],
    projects: [paths.projects],
    secretRules: [paths.secretRules],
    account: [paths.account(scope)],
    registries: [paths.registries],
    registriesInState: [paths.registriesInState('failed')],
    addRegistry: [paths.addRegistry],
    editRegistry: [paths.editRegistry(registry)],
  } satisfies Record<keyof typeof paths, readonly string[]>
  const askew = [
    `${paths.importProfile(scope)}?step=nothing`,
    `${paths.profiles(scope)}/${profile}/nothing`,
    '/nothing',
  ]
  return [...Object.values(pages), askew, ['/'], ['/tenant'], ['/login', '/login#password=unknown'], ['/setup']]
}

async function findUids(
  account: Account,
): Promise<Record<'profile' | 'pack' | 'registry' | 'person' | 'role', string>> {
  const connection = await connect(account, 'tenant')
  const profiles = expectFound(await api.profiles.listNames(connection))
  const packs = expectFound(
    await api.packs.search(connection, { query: { limit: 1, offset: 0 }, body: { filter: {}, sort: [] } }),
  )
  const registries = expectFound(await api.consoleRegistries.list(connection))
  const people = expectFound(await api.accounts.listPeople(connection, { query: {} }))
  const roles = expectFound(await api.roles.list(connection, { query: { limit: 0 } }))
  return {
    profile: profiles.metadata.uid,
    pack: packs.metadata.uid,
    registry: registries.uid,
    person: people.uid,
    role: roles.metadata.uid,
  }
}

function expectFound<T>(list: Result<{ items: readonly T[] }>): T {
  const [first] = list.ok ? list.value.items : []
  if (first === undefined) throw new Error('The installation lacks what the flow looks for')
  return first
}

/**
 * Opens an address and waits until it is idle, or until a third document loads, which no address of the console needs.
 */
async function openAndRest(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  let loads = 0
  const third = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame() && ++loads === 3) resolve()
    })
  })
  const shown = expect.soft(page.getByRole('heading').first(), `a heading at ${address}`)
  await page.goto(address, { waitUntil: 'commit' })
  // Several pages share a machine that may be busy.
  const rest = shown.toBeVisible({ timeout: 40_000 }).then(() => page.waitForLoadState('networkidle'))
  await Promise.race([rest, third])
  expect.soft(loads, `documents that ${address} loads`).toBeLessThanOrEqual(2)
  await page.close()
}

async function openAll(context: BrowserContext, addresses: readonly string[]): Promise<void> {
  for (let at = 0; at < addresses.length; at += PAGES_AT_ONCE) {
    const together = addresses.slice(at, at + PAGES_AT_ONCE)
    await Promise.all(together.map((address) => openAndRest(context, address)))
  }
}

test('every address settles on a page', async ({ page, context, accountOf }) => {
  test.slow()
  const admin = accountOf('stage', 'tenant-admin')
  await signIn(page, admin)
  await openAll(context, (await everyAddress(admin)).flat())
})

test('every page settles for visitors who are not signed in', async ({ context, accountOf }) => {
  test.slow()
  const pages = await everyAddress(accountOf('stage', 'tenant-admin'))
  await openAll(
    context,
    pages.flatMap(([first = '/']) => first),
  )
})

for (const step of LATER_STEPS) {
  test(`the step ${step} opened by address starts over with the file and says so`, async ({ page, accountOf }) => {
    await signIn(page, accountOf('stage', 'tenant-admin'))
    await page.goto(paths.importProfile(scope, step))
    const wizard = new ImportWizard(page)
    await expect(wizard.startsOver).toBeVisible()
    await expect(wizard.step).toHaveText('Upload file')
    await expect(page).toHaveURL(paths.importProfile(scope))
  })
}

test('a trailing slash of /setup changes nothing', async ({ page }) => {
  await new SetupPage(page).open('/setup/')
})

test('signing in on the way to a later step starts over with the file', async ({ page, accountOf }) => {
  await page.goto(paths.importProfile(scope, 'confirm'))
  await new SignInPage(page).signInAs(accountOf('stage', 'tenant-admin'))
  const wizard = new ImportWizard(page)
  await expect(wizard.startsOver).toBeVisible()
  await expect(wizard.step).toHaveText('Upload file')
})
