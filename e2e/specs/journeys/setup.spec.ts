import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../../accessibility.ts'
import { exportsToImport, packsNamedBy, publishAll } from '../../content/exports-to-import.ts'
import { expect, test as base } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { RegistriesPage } from '../../pages/settings/registries.page.ts'
import { SetupPage } from '../../pages/frame/setup.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { freePort, type Product, startProduct } from '../../product.ts'
import { type RegistryServers, startRegistries } from '../../registry-servers.ts'

interface Empty {
  product: Product
  servers: RegistryServers
  /** As written in the file setup-code. */
  code: string
}

const test = base.extend<{ baseURL: string }, { empty: Empty }>({
  empty: [
    async ({}, use) => {
      const registryPorts = await Promise.all([freePort(), freePort(), freePort()])
      const product = await startProduct({ seed: 'none', peerPorts: registryPorts, log: 'empty-server.log' })
      const servers = await startRegistries(registryPorts)
      await use({ product, servers, code: readFileSync(join(product.dataDir, 'setup-code'), 'utf8').trim() })
      await servers.stop()
      await product.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ empty }, use) => use(empty.product.url),
})

test.skip(() => process.env['E2E_REGISTRY_PORTS'] === undefined, 'it starts an installation of its own')

const admin = { tenant: 'Harbour', email: 'admin@harbour.example', password: 'a long pass phrase' }

test('from nothing to imported profiles: tenant, registries, sync, import', async ({ page, empty }) => {
  test.setTimeout(360_000)
  const { servers, code } = empty
  const setup = await new SetupPage(page).open('/')
  await expect(setup.code).toBeFocused()
  await expectAccessible(page)
  await setup.setUp({ ...admin, code: 'WRONG-CODE' })
  await expect(setup.code).toHaveAccessibleDescription(/^The setup code is wrong\./)
  await setup.setUp({ ...admin, code })
  const frame = new Frame(page)
  await expect(frame.scope).toContainText('Harbour')

  const exported = exportsToImport()
  await servers.charts.publish({ name: 'hello-chart', version: '1.0.0' })
  await publishAll(servers, exported.flatMap(packsNamedBy))
  await frame.openFromMenu('Registries')
  const registries = new RegistriesPage(page)
  const { packs, charts, oci } = servers
  // Every tenant has this registry from the beginning, without an address.
  const publicRepo = await registries.openEdit('Public Repo')
  await publicRepo.address.fill(packs.endpoint)
  await publicRepo.save.click()
  await registries.add({ kind: 'OCI', name: 'Palette Registry', address: oci.endpoint, baseContentPath: 'palette' })
  const community = { name: 'Palette Community Registry', baseContentPath: 'community' }
  await registries.add({ kind: 'OCI', address: oci.endpoint, ...community })
  await registries.add({ kind: 'Helm', name: 'Charts', address: charts.endpoint })
  for (const name of ['Public Repo', 'Palette Registry', community.name, 'Charts']) {
    await expect(registries.row(name)).toContainText('Synced')
    await expect(registries.row(name)).not.toContainText('failed')
  }

  for (const [index, { fileName, content }] of exported.entries()) {
    await test.step(`imports ${fileName}`, async () => {
      const wizard = await new ImportWizard(page).open('/tenant')
      await wizard.uploadFile.upload({ name: fileName, content })
      await wizard.next.click()
      await settle(wizard, `imported-${index}`)
      await wizard.confirm.submit.click()
      await expect(page.getByRole('heading', { name: / imported$/ })).toBeVisible()
    })
  }
  await frame.openFromMenu('Profiles')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(exported.length + 1)
})

/** Settles what an export of another environment leaves open, and continues to Confirm. */
async function settle(wizard: ImportWizard, name: string): Promise<void> {
  const { validate } = wizard
  await expect(validate.verdict).toBeVisible()
  await validate.rename(name)
  if (await validate.leaveAllEmpty.isVisible()) await validate.leaveAllEmpty.click()
  await expect(validate.verdict).toContainText('Ready to import')
  await wizard.next.click()
  await expect(wizard.step).toHaveText(/^(Select Repositories|Confirm)$/)
  if ((await wizard.step.textContent()) === 'Select Repositories') await wizard.next.click()
}

test('a further tenant is created at the same address', async ({ page, empty }) => {
  const setup = await new SetupPage(page).open()
  const second = { tenant: 'Quay', email: 'admin@quay.example', password: admin.password }
  await setup.setUp({ ...second, code: empty.code })
  await expect(new Frame(page).scope).toContainText('Quay')
  await new Frame(page).signOut()
  await new SignInPage(page).signInAs(second)
  await expect(new Frame(page).scope).toContainText('Quay')
})

test('a short password and a wrong repetition are reported at their fields', async ({ page }) => {
  const setup = await new SetupPage(page).open()
  await setup.password.fill('short')
  await setup.repeated.fill('other')
  await setup.submit.click()
  await expect(setup.password).toHaveAccessibleDescription(/^Use at least 12 characters\./)
  await expect(setup.repeated).toHaveAccessibleDescription(/^The passwords do not match\./)
})

test('the first setup shows its button without scrolling, on a desktop or a phone', async ({ page }) => {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await expect((await new SetupPage(page).open()).submit).toBeInViewport({ ratio: 1 })
  }
})
