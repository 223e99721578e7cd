import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, tabTo } from '../../accessibility.ts'
import type { Account } from '../../access.ts'
import { addOn, communityRegistry, helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { openBuilder } from '../../open-builder.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'

const NGINX = 'NGINX Ingress'
const nginxParts = { version: '1.12.1', type: 'oci', registry: communityRegistry, values: '# ours\n' } as const
const nginxPack = addOn('nginx', nginxParts)

interface Opening {
  page: Page
  account: Account
  name: string
}

const openTwo = (opening: Opening) => openBuilder({ ...opening, packs: [helloPack(), nginxPack] })

test('the stack says which layer has an update', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('dated', account)
  const builder = await openBuilder({ page, account, name, packs: [helloPack(['port: 8080'], '1.2.0'), nginxPack] })
  await expect(builder.layer('hello-universe')).toContainText('update available')
})

test('the whole stack is visible below its buttons', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openTwo({ page, account, name: scratch.profileName('in-sight', account) })
  for (const layer of ['hello-universe', 'nginx']) await expect(builder.layer(layer)).toBeInViewport({ ratio: 1 })
})

test('a layer is added with its defaults, changed and saved', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('add-layer', account)
  const builder = await openBuilder({ page, account, name, packs: [helloPack()] })
  const panel = await builder.openAddLayer()
  await panel.search.fill('nginx')
  await panel.choose(NGINX)
  await expect(panel.version.getByRole('option', { selected: true })).toContainText('1.12.1')
  await panel.show('Values')
  await panel.show('Constraints')
  await expect(panel.panel).toContainText('no rules for other packs')
  await panel.add(NGINX)
  await expect(builder.layer('nginx')).toHaveAttribute('aria-selected', 'true')
  await expect(builder.layer('nginx')).toContainText('new')
  await builder.append('Values of nginx', '# added here\n')
  await expect(builder.state).toHaveText('1 change')
  await builder.saveAsDraft()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
  const profile = new ProfilePage(page)
  await expect(profile.layers).toHaveText([/nginx/, /hello-universe/])
  await expect(profile.text('Values of nginx')).toContainText('# added here')
})

test('a layer changes its version with its values merged, beside its README and constraints', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('move-version', account)
  const builder = await openBuilder({ page, account, name, packs: [helloPack(['port: 9090'], '1.3.1')] })
  await builder.openView('README')
  await expect(page.getByRole('tabpanel')).toContainText('Hello Universe')
  await builder.openView('Constraints')
  await expect(page.getByRole('table', { name: 'Rules for values' })).toContainText('replicas')
  await builder.openView('Values')
  await builder.chooseVersion('1.2.0')
  await expectAccessible(page)
  await builder.takeVersion()
  await expect(builder.packMenu).toBeFocused()
  await expect(builder.packMenu).toContainText('1.2.0')
  await expect(builder.text('Values of hello-universe')).toContainText('9090')
  await builder.undo.click()
  await expect(builder.packMenu).toContainText('1.3.1')
  await builder.redo.click()
  await builder.saveAsDraft()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
  await expect(new ProfilePage(page).layers).toHaveText([/hello-universe 1\.2\.0/])
})

test('layers of another profile are copied in one step, with their secrets as masks to fill', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const other = scratch.profileName('other', account)
  const secret = 'made-up-Value-74'
  const packs = [nginxPack, addOn('guests--nginx', { ...nginxParts, values: `dbPassword: ${secret}\n` })]
  await prepareProfile(account, profileText({ name: other, packs }))
  const name = scratch.profileName('copies', account)
  const builder = await openBuilder({ page, account, name, packs: [helloPack()] })
  const panel = await builder.openAddLayer()
  await panel.openProfile(other, '1.0.0')
  await panel.layerToCopy('guests--nginx').check()
  await expect(panel.panel).toContainText('1 secret')
  await panel.layerToCopy(/^nginx 1/).check()
  await expectAccessible(page)
  await panel.addCopies('2 layers')
  await expect(builder.layers).toHaveText([/guests--nginx/, /nginx/, /hello-universe/])
  await expect(builder.problems('Values of guests--nginx')).toContainText('Nothing is stored behind this mask')
  await expect(builder.text('Values of guests--nginx')).not.toContainText(secret)
  await builder.undo.click()
  await expect(builder.layers).toHaveText([/hello-universe/])
  await builder.redo.click()
  await builder.layer('guests--nginx').click()
  await builder.replace('Values of guests--nginx', 'dbPassword: typed-anew-75\n')
  await builder.saveAsDraft()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
})

test('packs that do not fit are listed last and say why', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({
    page,
    account,
    name: scratch.profileName('unfit', account),
    packs: [helloPack()],
  })
  const panel = await builder.openAddLayer()
  const last = panel.packs.last()
  await expect(last).toContainText('An add-on profile holds add-ons only.')
  await expect(last).toBeDisabled()
  await expect(panel.packs.first()).toBeEnabled()
})

test('packs with the same display name show how they differ', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('alike', account)
  const panel = await (await openBuilder({ page, account, name, packs: [helloPack()] })).openAddLayer()
  await panel.search.fill('ubuntu')
  const alike = panel.pack('Ubuntu')
  await expect(alike).not.toHaveCount(1)
  const said = await alike.allInnerTexts()
  expect(new Set(said).size).toBe(said.length)
  expect(said.every((text) => text.includes('ubuntu-'))).toBe(true)
})

test('a profile can use the same pack twice with a display name', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({
    page,
    account,
    name: scratch.profileName('twice', account),
    packs: [helloPack()],
  })
  const panel = await builder.openAddLayer()
  await panel.choose('Hello Universe')
  await panel.displayName.fill('guests')
  await panel.add('Hello Universe')
  await builder.saveAsDraft()
  await expect(new ProfilePage(page).layers).toHaveText([/guests--hello-universe/, /hello-universe/])
})

test('a layer is removed, and Undo brings it back', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openTwo({ page, account, name: scratch.profileName('remove', account) })
  await builder.stackTool('Remove nginx').click()
  await expect(builder.layers).toHaveText([/hello-universe/])
  await expect(builder.state).toHaveText('1 change')
  await builder.undo.click()
  await expect(builder.layers).toHaveText([/nginx/, /hello-universe/])
  await builder.redo.click()
  await builder.saveAsDraft()
  await expect(new ProfilePage(page).layers).toHaveText([/hello-universe/])
})

test('add-ons are moved by keyboard and by drag', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openTwo({ page, account, name: scratch.profileName('move', account) })
  await builder.layer('nginx').click()
  await builder.stack.press('Alt+ArrowDown')
  await expect(builder.layers).toHaveText([/hello-universe/, /nginx/])
  await expect(builder.layer('nginx')).toHaveAttribute('aria-selected', 'true')
  await builder.layer('nginx').dragTo(builder.layer('hello-universe'))
  await expect(builder.state).toHaveText('0 changes')
  await builder.stackTool('Move down').click()
  await builder.saveAsDraft()
  await expect(new ProfilePage(page).layers).toHaveText([/hello-universe/, /nginx/])
})

test('a layer of manifests is written and saved', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('own', account), packs: [helloPack()] })
  const panel = await builder.openAddLayer()
  await panel.chooseManifest()
  await panel.addManifest.click()
  await expect(panel.manifestName).toBeFocused()
  await panel.addManifestLayer('own-config')
  await expect(builder.text('Manifest own-config')).toBeFocused()
  await builder.append('Manifest own-config', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own}\n')
  await builder.saveAsDraft()
  const profile = new ProfilePage(page)
  await profile.layer('own-config').click()
  await expect(profile.text('own-config')).toContainText('kind: ConfigMap')
})

test('a changed stack survives a reload', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openTwo({ page, account, name: scratch.profileName('kept', account) })
  await builder.stackTool('Remove nginx').click()
  await builder.addPack('cert-manager')
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('values cert-manager')
  await page.reload()
  await expect(builder.layers).toHaveText([/cert-manager/, /hello-universe/])
  await expect(builder.state).toHaveText('2 changes')
})

test('a layer is added by keyboard alone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({
    page,
    account,
    name: scratch.profileName('add-keys', account),
    packs: [helloPack()],
  })
  await tabTo(builder.stackTool('Add layer'))
  await page.keyboard.press('Enter')
  const panel = builder.addLayerPanel
  await panel.waitFor()
  await tabTo(panel.search)
  await page.keyboard.type('nginx')
  await expect(panel.packs.first()).toContainText(NGINX)
  await tabTo(panel.pack(NGINX))
  await page.keyboard.press('Enter')
  await panel.version.waitFor()
  await tabTo(panel.addButton(NGINX))
  await page.keyboard.press('Enter')
  await expect(builder.layers).toHaveText([/nginx/, /hello-universe/])
})

test('adding a layer keeps to WCAG, also on a phone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({
    page,
    account,
    name: scratch.profileName('add-wcag', account),
    packs: [helloPack()],
  })
  await expectAccessible(page)
  const panel = await builder.openAddLayer()
  await panel.choose('Hello Universe')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})
