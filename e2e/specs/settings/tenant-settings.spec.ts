import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { expect, test as base } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { BuilderPage } from '../../pages/profiles/builder.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { TenantSettingsPage } from '../../pages/settings/tenant-settings.page.ts'
import { type Product, startProduct } from '../../product.ts'

// A tenant that keeps published versions would affect every other test, so these have their own installation, and a
// tenant each.
const test = base.extend<{ baseURL: string; tenantName: string }, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct({ seed: 'none', peerPorts: [], log: 'tenant-settings-server.log' })
      await use(product)
      await product.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  tenantName: [
    async ({ product, page }, use, { testId }) => {
      const tenantName = `Quay ${testId.slice(-8)}`
      await setUp(page.request, product, tenantName)
      await use(tenantName)
    },
    { auto: true },
  ],
})

test.skip(() => process.env['E2E_REGISTRY_PORTS'] === undefined, 'it starts an installation of its own')

/** Creates a tenant and signs in its administrator. */
async function setUp(request: APIRequestContext, { url, dataDir }: Product, tenantName: string): Promise<void> {
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim()
  const credentials = { email: `${tenantName.replace(' ', '-')}@example.org`, password: 'a long pass phrase' }
  const headers = { origin: url }
  const made = await request.post('/v1/console/setup', { headers, data: { ...credentials, code, tenantName } })
  expect(made.status()).toBe(201)
  expect((await request.post('/v1/console/session', { headers, data: credentials })).status()).toBe(200)
}

async function addPublished(request: APIRequestContext, { url }: Product): Promise<string> {
  const manifests = [{ name: 'page', content: 'kind: ConfigMap\n' }]
  const packs = [{ name: 'page', type: 'manifest', manifests }]
  const data = {
    metadata: { name: 'page' },
    spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs } },
  }
  const made = await request.post('/v1/clusterprofiles?publish=true', { headers: { origin: url }, data })
  expect(made.status()).toBe(201)
  const { uid }: { uid: string } = await made.json()
  return uid
}

test('a tenant gets another name and colour, and the header shows both', async ({ page, tenantName }) => {
  await page.goto('/tenant/profiles')
  const frame = new Frame(page)
  await frame.openFromMenu('General')
  const settings = new TenantSettingsPage(page)
  await expect(settings.name).toHaveValue(tenantName)
  await settings.name.fill(`${tenantName} two`)
  await settings.colour('purple').check()
  await expect(settings.preview('purple')).toContainText(`${tenantName} two`)
  await settings.saveAll()
  await expect(frame.scope).toContainText(`${tenantName} two`)
  await page.reload()
  await expect(frame.scope).toContainText(`${tenantName} two`)
  await expect(settings.colour('purple')).toBeChecked()
})

test('the name of another tenant is refused at its field', async ({ page, product, tenantName, playwright }) => {
  const other = await playwright.request.newContext({ baseURL: product.url })
  await setUp(other, product, `${tenantName}-other`)
  await other.dispose()
  const settings = await new TenantSettingsPage(page).open()
  await settings.name.fill(`${tenantName}-other`)
  await settings.save.click()
  await expect(settings.name).toHaveAccessibleDescription(/^Another tenant has this name\./)
})

test('leaving unsaved changes asks first, and they can be discarded', async ({ page, tenantName }) => {
  const settings = await new TenantSettingsPage(page).open()
  await settings.name.fill('Elsewhere')
  await new Frame(page).openFromMenu('Macros')
  await settings.leaveDialog.getByRole('button', { name: 'Stay' }).click()
  await settings.cancel.click()
  await expect(settings.name).toHaveValue(tenantName)
  await new Frame(page).openFromMenu('Macros')
  await expect(page.getByRole('heading', { name: 'Macros', level: 1 })).toBeVisible()
})

test('a published version that is kept can get another description, and its menu says why it cannot be deleted', async ({
  page,
  product,
}) => {
  const uid = await addPublished(page.request, product)
  const settings = await new TenantSettingsPage(page).open()
  await settings.keepPublished()
  await settings.saveAll()
  await page.goto(`/tenant/profiles/${uid}/layers`)
  await new ProfilePage(page).openMoreActions()
  const remove = page.getByRole('menuitem', { name: 'Delete' })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await remove.focus()
  await expect(page.getByRole('tooltip')).toContainText('does not allow published versions to be deleted')
  await page.keyboard.press('Escape')
  await new ProfilePage(page).openBuilder()
  const builder = new BuilderPage(page)
  await builder.editInfo({ description: 'Said later' })
  await builder.openReview()
  await builder.saveAs('Save in 1.0.0')
  await expect(page.getByRole('paragraph').filter({ hasText: 'Said later' })).toBeVisible()
  await expect(page.getByText('Draft waiting')).toBeHidden()
})

test('registries must match once the tenant requires it, even after a reload', async ({ page }) => {
  const settings = await new TenantSettingsPage(page).open()
  await expect(settings.registriesMustMatch).not.toBeChecked()
  await settings.matchRegistries()
  await settings.saveAll()
  await page.reload()
  await expect(settings.registriesMustMatch).toBeChecked()
})

test('a deletion refused because of a new setting says what to do instead', async ({ page, product, tenantName }) => {
  const uid = await addPublished(page.request, product)
  await page.goto(`/tenant/profiles/${uid}/layers/delete`)
  const dialog = page.getByRole('dialog', { name: 'Delete this version?' })
  await dialog.waitFor()
  const data = { name: tenantName, colour: 'blue', keepsPublished: true }
  await page.request.put('/v1/console/tenant', { headers: { origin: product.url }, data })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  const frame = new Frame(page)
  await frame.closeNotice('will be deleted.')
  await expect(frame.notice('was not deleted.')).toContainText('Make a new version of it')
})
