import { api } from '@waybill/api-client'
import { expectAccessible, expectNoSidewaysScroll, tabTo } from '../../accessibility.ts'
import { connect, projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test as base } from '../../fixtures.ts'
import { account } from '../../access.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { RegistriesPage, RegistryForm } from '../../pages/settings/registries.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { registryPorts, startRegistries, type RegistryServers } from '../../registry-servers.ts'
import { signIn } from '../../sign-in.ts'

/** The prefix of this file's registries; all that have it are deleted after each flow. */
const OURS = /^Flow /

const test = base.extend<{ cleaned: undefined }, { servers: RegistryServers }>({
  servers: [
    async ({}, use) => {
      const servers = await startRegistries(registryPorts() ?? [])
      await use(servers)
      await servers.stop()
    },
    { scope: 'worker' },
  ],
  cleaned: [
    async ({ scratch: _deletedFirst }, use) => {
      await use(undefined)
      const connection = await connect(account('dev', 'tenant-admin'), 'tenant')
      const found = await api.consoleRegistries.list(connection)
      for (const { uid, name, kind } of found.ok ? found.value.items : []) {
        const group = kind === 'oci' ? api.basicOciRegistries : api[`${kind}Registries`]
        if (OURS.test(name)) await group.delete(connection, { params: { uid }, query: { force: 'true' } })
      }
    },
    { auto: true },
  ],
})

test.skip(() => registryPorts() === undefined, 'an installation that is up already does not allow our registries')

const admin = (accountOf: typeof account) => accountOf('dev', 'tenant-admin')

/** A pack for each flow, so that profiles of one flow do not affect another. */
const pack = (name: string, version = '1.0.0') => ({
  name,
  version,
  layer: 'addon',
  values: `# ${name}\nreplicas: 1\n`,
})

const packOf = (name: string, version: string, registry: string) => ({
  name,
  type: 'spectro',
  layer: 'addon',
  version,
  tag: version,
  values: '',
  registry: { metadata: { name: registry, kind: 'pack', isPrivate: false } },
})

test('a pack registry is added, synced and shown with its numbers', async ({ page, accountOf, servers }) => {
  servers.packs.publish(pack('flow-added'))
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  await registries.add({ kind: 'Pack', name: 'Flow packs', address: servers.packs.endpoint })
  const row = registries.row('Flow packs')
  await expect(row).toContainText('Synced')
  await expect(row).toContainText(servers.packs.endpoint)
  await expect(row).toContainText('1 pack')
  await expect(row).toContainText('just now')
})

test('a Helm registry is added and synced', async ({ page, accountOf, servers }) => {
  await servers.charts.publish({ name: 'flow-chart', version: '1.0.0' })
  await servers.charts.publish({ name: 'flow-chart', version: '1.1.0' })
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  await registries.add({ kind: 'Helm', name: 'Flow charts', address: servers.charts.endpoint })
  await expect(registries.row('Flow charts')).toContainText('Synced')
  await expect(registries.row('Flow charts')).toContainText('2 versions')
})

test('an OCI registry is added with its base content path and synced', async ({ page, accountOf, servers }) => {
  await servers.oci.publish('flow', pack('flow-oci'))
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  const address = servers.oci.endpoint
  await registries.add({ kind: 'OCI', name: 'Flow OCI', address, baseContentPath: 'flow' })
  await expect(registries.row('Flow OCI')).toContainText('OCI pack')
  await expect(registries.row('Flow OCI')).toContainText('Synced')
  await expect(registries.row('Flow OCI')).toContainText('1 version')
})

test('a connection test gives its result in words', async ({ page, accountOf, servers }) => {
  await signIn(page, admin(accountOf))
  const form = await (await new RegistriesPage(page).open()).openAdd()
  await form.fill({ kind: 'Helm', name: '', address: servers.charts.endpoint })
  await form.testConnection.click()
  await expect(form.outcome).toContainText('The connection works')
  await form.address.fill(servers.packs.endpoint)
  await expect(form.outcome).toBeEmpty()
  await form.testConnection.click()
  await expect(form.outcome).toContainText('It is not a registry of this kind')
})

test('an address that Waybill must not call says at its field how the operator can allow it', async ({
  page,
  accountOf,
}) => {
  await signIn(page, admin(accountOf))
  const form = await (await new RegistriesPage(page).open()).openAdd()
  await form.fill({ kind: 'Helm', name: 'Flow forbidden', address: 'http://127.0.0.1:9/charts' })
  await form.save.click()
  await expect(form.address).toHaveAccessibleDescription(/127\.0\.0\.1:9 to ALLOWED_HOSTS/)
  await expect(form.address).toBeFocused()
})

test('missing input is reported at its field before anything is sent', async ({ page, accountOf }) => {
  await signIn(page, admin(accountOf))
  const form = await (await new RegistriesPage(page).open()).openAdd()
  await form.chooseAuthentication('User name and password')
  await form.save.click()
  await expect(form.name).toHaveAccessibleDescription(/^Give it a name\./)
  await expect(form.userName).toHaveAccessibleDescription(/^Enter the user name\./)
  await expect(form.password).toHaveAccessibleDescription(/^Enter the password\./)
  await expect(form.name).toBeFocused()
})

test('a sync shows its progress and can be cancelled', async ({ page, accountOf, servers }) => {
  servers.packs.publish(pack('flow-held'))
  const release = servers.packs.hold()
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  await registries.add({ kind: 'Pack', name: 'Flow held', address: servers.packs.endpoint })
  await expect(registries.row('Flow held')).toContainText('Syncing')
  await registries.cancelSync('Flow held').click()
  await expect(registries.row('Flow held')).toContainText('Cancelled')
  release()
  // The row has become lower, so the pointer may be on the next row, whose tooltip covers the button.
  await registries.syncNow('Flow held').press('Enter')
  await expect(registries.row('Flow held')).toContainText('Synced')
  await expect(registries.said).toContainText('Flow held: synced.')
})

test('versions that fail are listed with the reason, and tried again', async ({ page, accountOf, servers }) => {
  servers.packs.add({ 'flow-broken/pack.json': '{', 'flow-broken/values.yaml': '' })
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  await registries.add({ kind: 'Pack', name: 'Flow broken', address: servers.packs.endpoint })
  await expect(registries.row('Flow broken')).toContainText('Synced, 1 left out')
  const syncs = await registries.openSyncs('Flow broken')
  const failures = syncs.getByRole('list', { name: 'Versions that failed' })
  await expect(failures).toContainText('flow-broken')
  await expect(failures).toContainText('no valid JSON')
  await expectAccessible(page)
  servers.packs.add({
    'flow-broken/pack.json': JSON.stringify({ name: 'flow-broken', version: '1.0.0', layer: 'addon' }),
  })
  await syncs.getByRole('button', { name: 'Try again' }).click()
  await expect(syncs.getByRole('article').first()).toContainText('1 new')
  await syncs.getByRole('button', { name: 'Close' }).last().click()
  await expect(registries.row('Flow broken')).not.toContainText('failed')
})

test('a stored password is never shown, kept by default and replaced on request', async ({
  page,
  accountOf,
  servers,
}) => {
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  const form = await registries.openAdd()
  await form.fill({ kind: 'Helm', name: 'Flow secret', address: servers.charts.endpoint })
  await form.chooseAuthentication('User name and password')
  await form.userName.fill('robot')
  await form.password.fill('never-on-a-screen')
  await form.save.click()
  await expect(registries.row('Flow secret')).toContainText('Synced')
  const edit = await registries.openEdit('Flow secret')
  await expect(page.getByText('Stored, not shown')).toBeVisible()
  expect(await page.content()).not.toContain('never-on-a-screen')
  await edit.testConnection.click()
  await expect(edit.outcome).toContainText('The connection works')
  await edit.replacePassword.click()
  await edit.password.fill('another-one')
  await edit.save.click()
  await expect(registries.row('Flow secret')).toBeVisible()
})

test('leaving with unsaved input asks once', async ({ page, accountOf }) => {
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  const form = await registries.openAdd()
  await form.name.fill('Flow unsaved')
  await form.cancel.click()
  await expect(form.leaveDialog).toBeVisible()
  await form.leaveDialog.getByRole('button', { name: 'Stay' }).click()
  await expect(form.name).toHaveValue('Flow unsaved')
  await form.cancel.click()
  await form.leaveDialog.getByRole('button', { name: 'Leave' }).click()
  await expect(registries.heading).toBeVisible()
})

test('deleting a registry names the profiles that use it and marks their layers', async ({
  page,
  accountOf,
  scratch,
  servers,
}) => {
  const owner = accountOf('dev', 'project-admin')
  const name = scratch.profileName('uses-registry', owner)
  servers.packs.publish(pack('flow-used'))
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  await registries.add({ kind: 'Pack', name: 'Flow used', address: servers.packs.endpoint })
  await expect(registries.row('Flow used')).toContainText('Synced')
  await prepareProfile(owner, profileText({ name, packs: [packOf('flow-used', '1.0.0', 'Flow used')] }))

  const dialog = await registries.openDelete('Flow used')
  const confirm = dialog.getByRole('button', { name: 'Delete' })
  await expect(dialog.getByRole('list', { name: 'Profiles that use it' })).toContainText(`${name} 1.0.0 in Default`)
  await expect(confirm).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('checkbox', { name: /^Delete anyway/ }).check()
  const profileLink = dialog.getByRole('link', { name: `${name} 1.0.0` })
  const profilePath = await profileLink.getAttribute('href')
  await confirm.click()
  await expect(registries.row('Flow used')).toHaveCount(0)

  await page.goto(profilePath ?? '')
  const profile = new ProfilePage(page)
  await expect(profile.layer('flow-used')).toContainText('⚠')
  await expect(page.getByRole('main')).toContainText('Invalid')
})

test('a missing pack arrives by a sync from within the wizard', async ({ page, accountOf, scratch, servers }) => {
  const owner = admin(accountOf)
  const name = scratch.profileName('synced', owner, 'tenant')
  servers.packs.publish(pack('flow-late'))
  await signIn(page, owner)
  const registries = await new RegistriesPage(page).open()
  await registries.add({ kind: 'Pack', name: 'Flow late', address: servers.packs.endpoint })
  await expect(registries.row('Flow late')).toContainText('Synced')

  const wizard = await new ImportWizard(page).open('/tenant')
  const content = profileText({ name, packs: [packOf('flow-late', '2.0.0', 'Flow late')] })
  await wizard.uploadFile.upload({ name: 'late.json', content })
  await wizard.next.click()
  const row = wizard.validate.row('flow-late')
  await row.getByRole('button', { name: 'Sync Flow late now' }).click()
  await expect(row).toContainText('Flow late was read; it does not have flow-late 2.0.0.')
  servers.packs.publish(pack('flow-late', '2.0.0'))
  await row.getByRole('button', { name: 'Sync Flow late now' }).click()
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await wizard.next.click()
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeVisible()
})

test('users who may not sync read whom to ask', async ({ page, accountOf }) => {
  const owner = accountOf('dev', 'project-admin')
  await signIn(page, owner)
  const wizard = await new ImportWizard(page).open(await projectPath(owner))
  const content = profileText({ name: 'asks', packs: [packOf('flow-nowhere', '1.0.0', 'Public Repo')] })
  await wizard.uploadFile.upload({ name: 'asks.json', content })
  await wizard.next.click()
  await expect(wizard.validate.row('flow-nowhere')).toContainText(
    'which a tenant administrator can sync once it has an address.',
  )
})

test('a registry is added by keyboard alone', async ({ page, accountOf, servers }) => {
  await servers.charts.publish({ name: 'flow-keys', version: '1.0.0' })
  await signIn(page, admin(accountOf))
  const registries = await new RegistriesPage(page).open()
  const { keyboard } = page
  await tabTo(registries.addRegistry)
  await keyboard.press('Enter')
  const form = new RegistryForm(page)
  await expect(form.heading).toBeFocused()
  await tabTo(page.getByRole('radio', { name: 'Pack', exact: true }))
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Helm', exact: true })).toBeChecked()
  await tabTo(form.name)
  await keyboard.type('Flow keys')
  await tabTo(form.address)
  await keyboard.type(servers.charts.endpoint)
  await tabTo(form.testConnection)
  await keyboard.press('Enter')
  await expect(form.outcome).toContainText('The connection works')
  await tabTo(form.save)
  await keyboard.press('Enter')
  await expect(registries.row('Flow keys')).toContainText('Synced')
  await expect(registries.heading).toBeFocused()
})

test('the form needs no sideways scrolling on a phone', async ({ page, accountOf }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, admin(accountOf))
  const form = await (await new RegistriesPage(page).open()).openAdd()
  await form.chooseKind('OCI')
  await form.ownCertificates.check({ force: true })
  await form.skipVerification.check()
  await expectNoSidewaysScroll(page)
})
