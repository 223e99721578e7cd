import { api } from '@waybill/api-client'
import {
  CLIENT,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../../../apps/api/src/testing/outside/identity-provider.ts'
import { baseUrl, type Account } from '../../access.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { connect } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { PersonPage } from '../../pages/settings/people.page.ts'
import { ProviderPage, SingleSignOnForm, SingleSignOnPage } from '../../pages/settings/single-sign-on.page.ts'
import { preparePerson } from '../../content/prepare-person.ts'
import { signIn } from '../../sign-in.ts'

const PASSWORD = 'a password of the flows'

async function startProvider(): Promise<TestIdentityProvider> {
  const port = Number(process.env['E2E_PROVIDER_PORT'])
  test.skip(!port, 'the installation was up before: it may not ask a provider of the flows')
  return startIdentityProvider({ port, redirectUris: [`${baseUrl()}/login`] })
}

async function switchOff(admin: Account, issuer: string): Promise<void> {
  const claims = { email: 'email', firstName: 'given_name', lastName: 'family_name', groups: 'groups' }
  const settings = {
    isEnabled: false,
    issuer,
    clientId: CLIENT.id,
    scopes: [],
    claims,
    domains: [],
    usesUserInfo: false,
  }
  await api.sso.replace(await connect(admin, 'tenant'), { body: { ...settings, ca: '' } })
}

test('an administrator sets up a provider, users sign in with it, and passwords help when it is down', async ({
  page,
  browser,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('single', admin)
  const { uid } = await preparePerson(admin, { email, password: PASSWORD, roles: ['Tenant Viewer'] })
  const provider = await startProvider()
  provider.people.set('single', { email })
  await signIn(page, admin)
  const settings = await new SingleSignOnPage(page).open()
  await expect(settings.callbackUrl).toHaveValue(`${baseUrl()}/login`)
  await settings.switchOn()
  await settings.save.click()
  await expect(settings.issuer).toHaveAccessibleDescription(/Enter the address/)
  await expectAccessible(page)
  await settings.issuer.fill(provider.issuer)
  await settings.clientId.fill(CLIENT.id)
  await settings.clientSecret.fill('wrong')
  await settings.domains.fill(email.split('@')[1] ?? '')
  await settings.test.click()
  await expect(settings.outcome).toContainText('refuses the client')
  await settings.clientSecret.fill(CLIENT.secret)
  await settings.test.click()
  await expect(settings.outcome).toContainText('answers and takes the client')
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await settings.save.click()
  await expect(new Frame(page).notice('Single sign-on saved.')).toBeVisible()
  await expect(settings.clientSecret).toHaveValue('')

  // A browser context without the usual checks, since it connects to the provider.
  const context = await browser.newContext()
  const theirs = await context.newPage()
  await theirs.goto(`${baseUrl()}/login?next=%2Ftenant%2Fpacks`)
  const form = new SingleSignOnForm(theirs)
  await form.way.click()
  await expect(form.emailOrTenant).toBeFocused()
  await expectAccessible(theirs)
  await form.emailOrTenant.fill('nobody@nowhere.example')
  await form.submit.click()
  await expect(form.refusal).toContainText('No single sign-on was found for this')
  await form.emailOrTenant.fill(email)
  await form.submit.click()
  await new ProviderPage(theirs).signInAs('single')
  await expect(theirs).toHaveURL(/\/tenant\/packs$/)
  await expect(new Frame(theirs).user).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 800 })
  const person = await new PersonPage(page).open(uid)
  await person.action('Unlink').click()
  await expect(person.dialog).toContainText(email)
  await expectAccessible(page)
  await person.answer('Unlink')
  await expect(new Frame(page).notice('is unlinked from single sign-on.')).toBeVisible()
  await expect(person.action('Unlink')).toBeHidden()

  await context.clearCookies()
  await theirs.goto(`${baseUrl()}/login`)
  await form.way.click()
  await form.emailOrTenant.fill(admin.tenant.name)
  await provider.stop()
  await form.submit.click()
  await expect(form.refusal).toContainText('identity provider does not answer')
  await form.back.click()
  await new SignInPage(theirs).signInAs({ email, password: PASSWORD })
  await expect(new Frame(theirs).user).toBeVisible()
  await context.close()
  await switchOff(admin, provider.issuer)
})
