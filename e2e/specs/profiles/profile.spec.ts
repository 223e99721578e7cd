import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import type { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { signIn } from '../../sign-in.ts'
import type { Page } from '@playwright/test'

async function open(page: Page, name: string, path = '/tenant/profiles'): Promise<ProfilePage> {
  const list = await new ProfileList(page).open(path)
  return list.openProfile(name)
}

test.beforeEach(async ({ page, accountOf }) => signIn(page, accountOf('stage', 'tenant-admin')))

test('the stack is shown as it is built, and arrow keys move in it', async ({ page }) => {
  const profile = await open(page, 'aws-production')
  await expect(profile.layers).toContainText([
    /hello-universe/,
    /csi-aws-ebs/,
    /cni-calico/,
    /kubernetes/,
    /ubuntu-aws/,
  ])
  await profile.stack.focus()
  await page.keyboard.press('Home')
  await expect(profile.layer('hello-universe')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(profile.layer('csi-aws-ebs')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('heading', { name: /csi-aws-ebs/, level: 2 })).toBeVisible()
})

test('secrets of a layer are badges and never text', async ({ page }) => {
  const profile = await open(page, 'aws-production')
  await profile.layer('hello-universe').click()
  await expect(profile.text('Values of hello-universe')).toContainText('dbPassword')
  await expect(profile.masks).toHaveCount(2)
})

test('manifests of a layer are shown, those of kind Secret masked', async ({ page, accountOf }) => {
  await new ProfileList(page).open('/tenant/profiles')
  await new Frame(page).chooseScope(accountOf('stage', 'tenant-admin').project.name)
  const profile = await new ProfileList(page).openProfile('gitops')
  await profile.layer('repository-access').click()
  const masked = profile.text('Manifest configuration-repository')
  await expect(masked).toContainText('stringData')
  await expect(masked.getByRole('img', { name: 'Sensitive, not shown' }).first()).toBeVisible()
})

test('macros and variables in a text link to their definitions', async ({ page }) => {
  const profile = await open(page, 'aws-production')
  await profile.layer('hello-universe').click()
  await profile
    .text('Values of hello-universe')
    .getByRole('link', { name: /helloReplicas/ })
    .click()
  await expect(page.getByRole('table', { name: 'Variables' })).toContainText('Pods of the page')
})

test('another version opens while a layer is selected', async ({ page }) => {
  const profile = await open(page, 'edge-base')
  await profile.layer('edge-k3s').click()
  await expect(page).toHaveURL(/layer=edge-k3s/)
  await profile.openVersion('1.0.0')
  await expect(profile.version).toHaveText('1.0.0')
})

test('another version opens at the same tab', async ({ page }) => {
  const profile = await open(page, 'edge-base')
  await expect(profile.version).toHaveText('1.2.0')
  await profile.openTab('Variables')
  await profile.openVersion('1.0.0')
  await expect(profile.version).toHaveText('1.0.0')
  await expect(profile.tab('Variables')).toHaveAttribute('aria-current', 'page')
})

test('the default of a sensitive variable is not shown', async ({ page }) => {
  const profile = await open(page, 'edge-base')
  await profile.openTab('Variables')
  const row = page.getByRole('row').filter({ hasText: 'registryPassword' })
  await expect(row.getByRole('img', { name: 'Sensitive, not shown' })).toBeVisible()
})

test('the imports of a profile show who, which file and which result', async ({ page }) => {
  const profile = await open(page, 'aws-production')
  await profile.openTab('Imports')
  const card = page.getByRole('article').first()
  await expect(card).toContainText(/by demo.*aws-production-1\.1\.0\.yaml.*5 layers/)
})

test('a suspected secret is exported in clear only if its checkbox is cleared', async ({ page }) => {
  const profile = await open(page, 'aws-production')
  const masked = await (await profile.openExport()).export()
  const dialog = await profile.openExport()
  await expect(dialog.suspected).toHaveCount(1)
  await expect(dialog.suspected).toBeChecked()
  await dialog.suspected.uncheck()
  const clear = await dialog.export()
  expect(masked.text.match(/\*{8}/g)).toHaveLength(2)
  expect(clear.text.match(/\*{8}/g)).toHaveLength(1)
  await expect(new Frame(page).notice('aws-production-1.1.0.json exported, 1 value masked.')).toBeVisible()
})

test('a profile is exported as YAML from the list', async ({ page }) => {
  const list = await new ProfileList(page).open('/tenant/profiles')
  const dialog = await list.openExport('edge-base')
  await dialog.chooseFormat('YAML')
  await expect(dialog.dialog).toContainText('edge-base-1.2.0.yaml')
  const file = await dialog.export()
  expect(file.name).toBe('edge-base-1.2.0.yaml')
  expect(file.text).toMatch(/^metadata:/m)
  await expect(list.heading).toBeVisible()
})

test('the export dialog closes with Escape and returns the focus', async ({ page }) => {
  const profile = await open(page, 'aws-production')
  const dialog = await profile.openExport()
  await expect(dialog.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog.dialog).toBeHidden()
  await expect(profile.exportProfile).toBeFocused()
})
