import type { Page } from '@playwright/test'
import { expectAccessible } from '../../accessibility.ts'
import type { Account } from '../../access.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import type { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

async function openProfile(page: Page, account: Account, name: string): Promise<ProfilePage> {
  await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles`)
  return list.openProfile(name)
}

test('a new version is created with the next number, and published', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const profile = await openProfile(page, account, scratch.profileName('versions', account))
  const dialog = await profile.openAction('New version')
  await expect(dialog.getByLabel('Version')).toHaveValue('1.1.0')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create version' }).click()
  await expect(profile.version).toHaveText('1.1.0')
  const publishing = await profile.openAction('Publish')
  await expectAccessible(page)
  await publishing.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('The draft was published.')).toBeVisible()
  await expect(publishing).toBeHidden()
})

test('an existing version is refused in the dialog', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const profile = await openProfile(page, account, scratch.profileName('taken', account))
  const dialog = await profile.openAction('New version')
  await dialog.getByLabel('Version').fill('1.0.0')
  await dialog.getByRole('button', { name: 'Create version' }).click()
  await expect(dialog.getByRole('alert')).toContainText('already exists')
  await dialog.getByLabel('Version').fill('abc')
  await dialog.getByRole('button', { name: 'Create version' }).click()
  await expect(dialog.getByRole('alert')).toContainText('not a semantic version')
  await expect(dialog.getByLabel('Version')).toHaveAccessibleDescription(/not a semantic version/)
})

test('a clone is created under another name', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const profile = await openProfile(page, account, scratch.profileName('cloned', account))
  const name = scratch.profileName('clone', account)
  const dialog = await profile.openAction('Clone')
  await expectAccessible(page)
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Clone' }).click()
  await expect(profile.heading).toHaveText(name)
})

test('the clone dialog waits for a free name, and says so', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('waited', account)
  const profile = await openProfile(page, account, name)
  const { promise: isLetGo, resolve: letGo } = Promise.withResolvers<void>()
  await page.route('**/v1/dashboard/clusterprofiles*', async (route) => {
    await isLetGo
    await route.continue()
  })
  const dialog = await profile.openAction('Clone')
  const clone = dialog.getByRole('button', { name: 'Clone' })
  await expect(clone).toHaveAttribute('aria-disabled', 'true')
  await expect(clone).toHaveAccessibleDescription('Looking for a name that is free.')
  await dialog.getByLabel('Name').press('Enter')
  await expect(dialog.getByLabel('Name')).toHaveValue('')
  letGo()
  await expect(dialog.getByLabel('Name')).toHaveValue(`${name}-copy`)
  await page.keyboard.insertText(`${name}-mine`)
  await expect(dialog.getByLabel('Name'), 'who writes meanwhile writes over it').toHaveValue(`${name}-mine`)
  await clone.click()
  await expect(profile.heading).toHaveText(`${name}-mine`)
})

test('a clone in another project opens there', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'tenant-admin')
  const elsewhere = { ...account, project: { name: 'Sandbox', uid: undefined } }
  const name = scratch.profileName('moved', elsewhere)
  const profile = await openProfile(page, account, scratch.profileName('moving', account))
  const dialog = await profile.openAction('Clone')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Scope').selectOption('Sandbox')
  await dialog.getByRole('button', { name: 'Clone' }).click()
  await expect(profile.heading).toHaveText(name)
  await expect(new Frame(page).scope).toContainText('Sandbox')
})

test('a clone keeps its name if it is free, and lists the macros that are missing there', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'tenant-admin')
  const elsewhere = { ...account, project: { name: 'Sandbox', uid: undefined } }
  const name = scratch.profileName('kept', elsewhere)
  const macro = scratch.macroName('zone', account)
  await prepareProfile(account, profileText({ name, packs: [helloPack([`port: "{{ .spectro.macro.${macro} }}"`])] }), {
    macros: [{ name: macro, value: '8080', scope: 'project' }],
  })
  await signIn(page, account)
  await page.goto(`${await projectPath(account)}/profiles`)
  const profile = await new ProfileList(page).openProfile(name)
  const dialog = await profile.openAction('Clone')
  await expect(dialog.getByLabel('Name')).toHaveValue(`${name}-copy`)
  await dialog.getByLabel('Scope').selectOption('Sandbox')
  await expect(dialog.getByLabel('Name')).toHaveValue(name)
  await expect(dialog).toContainText(`No macro ${macro} is defined in Sandbox.`)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Clone' }).click()
  await expect(new Frame(page).scope).toContainText('Sandbox')
  await expect(profile.heading).toHaveText(name)
})

test('a profile is exported as Terraform after a preview', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('terraform', account)
  const profile = await openProfile(page, account, name)
  const dialog = await profile.openAction('Export as Terraform')
  const file = dialog.getByRole('textbox')
  await expect(file).toContainText(`resource "spectrocloud_cluster_profile"`)
  await expectAccessible(page)
  await dialog.getByRole('radio', { name: 'JSON (.tf.json)' }).check()
  await expect(file).toContainText('"spectrocloud_cluster_profile": {')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await downloading).suggestedFilename()).toMatch(/\.tf\.json$/)
  await expect(page.getByText(/\.tf\.json exported\.$/)).toBeVisible()
  await expect(dialog).toBeHidden()
})
