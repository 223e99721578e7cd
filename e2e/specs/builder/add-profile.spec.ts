import { expectAccessible, expectNoSidewaysScroll, tabTo } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { NewProfilePage } from '../../pages/profiles/new-profile.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

test('a full profile is built layer by layer and published', async ({ page, accountOf, scratch }) => {
  test.slow()
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('made', account)
  await signIn(page, account)
  await (await new ProfileList(page).open(`${await projectPath(account)}/profiles`)).addProfile.click()
  const start = new NewProfilePage(page)
  await start.fill({ name, description: 'Made here', labels: 'team: web', type: 'Full', cloud: 'AWS' })
  const builder = await start.continue()
  const missing = {
    'Operating system': 'Ubuntu',
    Kubernetes: 'Kubernetes',
    Network: 'Calico',
    Storage: 'Amazon EBS CSI',
  }
  for (const [kind, pack] of Object.entries(missing)) {
    const panel = await builder.openAddLayer(`Add ${kind}`)
    await panel.packs.filter({ hasText: pack }).first().click()
    await panel.panel.getByRole('button', { name: /^Add (Ubuntu|Kubernetes|Calico|Amazon)/ }).click()
    await panel.panel.waitFor({ state: 'detached' })
    await expect(builder.stackTool(`Add ${kind}`)).toHaveCount(0)
  }
  await builder.publish()
  await expect(page.getByText(`${name} was published.`)).toBeVisible()
  const profile = new ProfilePage(page)
  await expect(profile.heading).toHaveText(name)
  await expect(profile.layers).toHaveText([/Storage/, /Network/, /Kubernetes/, /Operating system/])
  await expect(page.getByText('team:web')).toBeVisible()
})

test('an add-on profile survives a reload and is saved as a draft', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('made-draft', account)
  await signIn(page, account)
  const start = await new NewProfilePage(page).open(await projectPath(account))
  await start.fill({ name, type: 'Add-on' })
  const builder = await start.continue()
  await builder.addPack('cert-manager')
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('values cert-manager')
  await page.reload()
  await expect(builder.layers).toHaveText([/cert-manager/])
  await builder.saveAsDraft()
  await expect(page.getByText(`${name} was saved as a draft.`)).toBeVisible()
  await expect(new ProfilePage(page).layers).toHaveText([/cert-manager/])
})

test('input before the first layer survives a reload, and leaving asks first', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('begun', account)
  await signIn(page, account)
  const start = await new NewProfilePage(page).open(await projectPath(account))
  await expect(page.getByText('0 changes')).toHaveCount(0)
  await start.fill({ name, labels: 'team: web', type: 'Add-on' })
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('add-on')
  await page.reload()
  await expect(start.name).toHaveValue(name)
  await expect(page.getByRole('radio', { name: 'Add-on', exact: true })).toBeChecked()
  await page.getByRole('link', { name: 'Cluster Profiles' }).first().click()
  await page.getByRole('button', { name: 'Stay' }).click()
  await start.continue()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Add ${name} 1.0.0`)
  await page.goBack()
  await expect(start.name).toHaveValue(name)
  await start.fill({ version: '1.1.0' })
  await start.continue()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Add ${name} 1.1.0`)
})

test('a taken name is reported before anything else', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('taken', account)
  await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const start = await new NewProfilePage(page).open(await projectPath(account))
  await start.fill({ name, type: 'Add-on' })
  await start.proceed.click()
  await expect(page.getByText('already exists')).toBeVisible()
  await expect(start.proceed).toBeVisible()
})

test('a profile is created by keyboard alone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  await signIn(page, account)
  const start = await new NewProfilePage(page).open(await projectPath(account))
  await tabTo(start.name)
  await page.keyboard.type(scratch.profileName('by-keys', account))
  await tabTo(page.getByRole('radio', { name: 'Full', exact: true }))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Add-on', exact: true })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Add layer' })).toBeVisible()
})

test('a new profile keeps to WCAG, also on a phone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  await signIn(page, account)
  const start = await new NewProfilePage(page).open(await projectPath(account))
  await start.proceed.click()
  await expectAccessible(page)
  await start.fill({ name: scratch.profileName('new-wcag', account), type: 'Full', cloud: 'AWS' })
  await start.continue()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})
