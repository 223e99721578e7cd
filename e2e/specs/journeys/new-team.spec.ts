import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import {
  CLIENT,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../../../apps/api/src/testing/outside/identity-provider.ts'
import { expect, test as base } from '../../fixtures.ts'
import { AccountPage } from '../../pages/account.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { PasswordLinkPage } from '../../pages/frame/password-link.page.ts'
import { SetupPage } from '../../pages/frame/setup.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { HomePage } from '../../pages/home.page.ts'
import { ApiKeysPage } from '../../pages/settings/api-keys.page.ts'
import { AuditLogPage } from '../../pages/settings/audit-log.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { PeoplePage } from '../../pages/settings/people.page.ts'
import { ProjectsPage } from '../../pages/settings/projects.page.ts'
import { RegistriesPage } from '../../pages/settings/registries.page.ts'
import { RolePage, RolesPage } from '../../pages/settings/roles.page.ts'
import { ProviderPage, SingleSignOnForm, SingleSignOnPage } from '../../pages/settings/single-sign-on.page.ts'
import { TeamsPage } from '../../pages/settings/teams.page.ts'
import { freePort, type Product, startProduct } from '../../product.ts'

interface Fresh {
  product: Product
  provider: TestIdentityProvider
  code: string
}

const test = base.extend<{ baseURL: string }, { fresh: Fresh }>({
  fresh: [
    async ({}, use) => {
      const port = await freePort()
      const product = await startProduct({ seed: 'none', peerPorts: [port], log: 'new-team-server.log' })
      const provider = await startIdentityProvider({ port, redirectUris: [`${product.url}/login`] })
      await use({ product, provider, code: readFileSync(join(product.dataDir, 'setup-code'), 'utf8').trim() })
      await provider.stop()
      await product.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ fresh }, use) => use(fresh.product.url),
})

test.skip(() => process.env['E2E_REGISTRY_PORTS'] === undefined, 'it starts an installation of its own')

const admin = { tenant: 'Harbour', email: 'ada@harbour.example', password: 'a long pass phrase' }
const kim = { email: 'kim@harbour.example', password: 'another long pass phrase' }
const [project, team, role, macro] = ['Payments', 'Cashiers', 'Macro keeper', 'region']

/** A separate browser for Kim, without the usual checks, since it connects to the provider. */
async function theirPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage()
}

/** Sets a password on the page of the invitation's link, and signs in. */
async function takeInvitation(page: Page, link: string): Promise<void> {
  const invitation = await new PasswordLinkPage(page).open(link)
  await invitation.set(kim.password)
  await expect(invitation.done).toBeVisible()
}

test('a tenant admin sets up a new team, finds out what it did, and starts the day on Home, all in the console', async ({
  page,
  browser,
  fresh,
  baseURL,
}) => {
  test.setTimeout(360_000)
  const frame = new Frame(page)
  const theirs = await theirPage(browser, baseURL)

  await test.step('a project', async () => {
    await (await new SetupPage(page).open('/')).setUp({ ...admin, code: fresh.code })
    await expect(frame.scope).toContainText(admin.tenant)
    await frame.openFromMenu('Projects')
    const projects = new ProjectsPage(page)
    await projects.add(project, 'What the cashiers deploy')
    await expect(projects.row(project)).toBeVisible()
  })

  await test.step('a role of its own', async () => {
    await frame.openFromMenu('Roles')
    const form = await new RolesPage(page).add()
    await form.name.fill(role)
    await form.permission('Macros: all').check()
    await form.save.click()
    await new RolePage(page).shown(role)
  })

  await test.step('a person, by a link that is shown once', async () => {
    await frame.openFromMenu('People')
    const invite = await new PeoplePage(page).openInvite()
    await invite.email.fill(kim.email)
    await invite.firstName.fill('Kim')
    await invite.submit.click()
    await expect(invite.link).toHaveValue(/#password=/)
    await takeInvitation(theirs, await invite.link.inputValue())
    await invite.close.click()
    await expect(new PeoplePage(page).row(kim.email)).toBeVisible()
  })

  await test.step('a team that holds roles in the project', async () => {
    await frame.openFromMenu('Teams')
    const cashiers = await new TeamsPage(page).add(team)
    await cashiers.addMember(kim.email)
    await expect(cashiers.members).toContainText(kim.email)
    await cashiers.changeRoles(project, { [role]: true, 'Project Viewer': true })
    await expect(frame.notice(`in ${project} saved`)).toBeVisible()
  })

  await test.step('whose member works in it, and nowhere else', async () => {
    await new SignInPage(theirs).open()
    await new SignInPage(theirs).signInAs(kim)
    const theirFrame = new Frame(theirs)
    await expect(theirFrame.scope).toContainText(project)
    await theirFrame.openFromMenu('Macros')
    const macros = new MacrosPage(theirs)
    await macros.add(macro, 'north')
    await expect(macros.rows(macro)).toBeVisible()
    await expect(theirFrame.menu.getByRole('link', { name: 'People' })).toHaveCount(0)
  })

  await test.step('a key that is shown once', async () => {
    const account = await new AccountPage(page).open('/tenant')
    const newKey = await account.openNewKey()
    await newKey.name.fill('pipeline')
    await newKey.submit.click()
    await expect(newKey.apiKey).toHaveValue(/.{20,}/)
    await newKey.close.click()
    await frame.openFromMenu('API keys')
    await expect(new ApiKeysPage(page).keys.row('pipeline')).toContainText('in 90 days')
  })

  await test.step('single sign-on, by which the member comes in', async () => {
    fresh.provider.people.set('kim', { email: kim.email })
    await frame.openFromMenu('Single sign-on')
    const settings = new SingleSignOnPage(page)
    await settings.switchOn()
    await settings.issuer.fill(fresh.provider.issuer)
    await settings.clientId.fill(CLIENT.id)
    await settings.clientSecret.fill(CLIENT.secret)
    await settings.domains.fill('harbour.example')
    await settings.test.click()
    await expect(settings.outcome).toContainText('answers and takes the client')
    await settings.save.click()
    await expect(frame.notice('Single sign-on saved.')).toBeVisible()
    await new Frame(theirs).signOut()
    const form = new SingleSignOnForm(theirs)
    await form.way.click()
    await form.emailOrTenant.fill(kim.email)
    await form.submit.click()
    await new ProviderPage(theirs).signInAs('kim')
    await expect(new Frame(theirs).scope).toContainText(project)
  })

  await test.step('the audit log says who changed what last week', async () => {
    await frame.openFromMenu('Audit log')
    const log = new AuditLogPage(page)
    await log.filterByTime('Last 7 days')
    await log.filter('Action', 'Change')
    await expect(log.event(`Changed team ${team}: added ${kim.email}`)).toBeVisible()
    await expect(log.event(`Set the password of user ${kim.email}`)).toBeVisible()
    await expect(log.event(/^Changed single sign-on of tenant Harbour: .*issuer/)).toBeVisible()
    await log.filter('Person', kim.email)
    await log.event(`Changed project macros: added ${macro}`).click()
    await expect(log.fact('Who')).toContainText(kim.email)
    await expect(log.table.getByRole('row').filter({ hasText: 'project macros' }).first()).toContainText(project)
    await expect(log.event(/single sign-on of tenant/)).toHaveCount(0)
    await expect(page).toHaveURL(/action=update/)
  })

  await test.step('and the day starts on Home', async () => {
    await frame.signOut()
    await new SignInPage(page).signInAs(admin)
    const home = new HomePage(page)
    await expect(home.heading).toBeVisible()
    await expect(home.attention).toContainText('No registry has an address yet, so there are no packs.')
    await home.attention.getByRole('link', { name: 'Set up a registry first' }).click()
    await expect(new RegistriesPage(page).heading).toBeVisible()
    await page.goBack()
    await expect(home.recent).toBeVisible()
  })
  await theirs.context().close()
})
