import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import type { account } from '../../access.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { ComparePage } from '../../pages/profiles/compare.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import type { Scratch } from '../../content/scratch.ts'
import { openComparison } from '../../screenshots/open-screens.ts'
import { signIn } from '../../sign-in.ts'

const SECRETS = ['made-up-Value-72', 'made-up-Value-73'] as const

/** Twenty equal lines, so that some are hidden. */
const CALM = Array.from({ length: 20 }, (_, index) => `calm${index}: 1`)
const valuesOf = (port: number, password: string) => [...CALM, `port: ${port}`, `dbPassword: "${password}"`]

interface Given {
  page: Page
  accountOf: typeof account
  scratch: Scratch
}

/** Creates two versions that differ in a number and in a secret, for a user who may change both. */
async function prepareVersions({ page, accountOf, scratch }: Given): Promise<{ name: string; list: ProfileList }> {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('compared', admin)
  for (const [version, port, secret] of [
    ['1.0.0', 8080, SECRETS[0]],
    ['1.1.0', 9090, SECRETS[1]],
  ] as const) {
    const text = profileText({ name, version, packs: [helloPack(valuesOf(port, secret))] })
    await prepareProfile(admin, text)
  }
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  return { name, list }
}

/** Opens the comparison of both versions from the tab Versions. */
async function openVersions(given: Given): Promise<{ name: string; compare: ComparePage }> {
  const { name, list } = await prepareVersions(given)
  const profile = await list.openProfile(name)
  await profile.openTab('Versions')
  await given.page.getByRole('link', { name: '1.0.0 with 1.1.0' }).click()
  return { name, compare: new ComparePage(given.page) }
}

test('two versions are compared, layer by layer', async ({ page, accountOf, scratch }) => {
  const { name, compare } = await openVersions({ page, accountOf, scratch })
  await expect(compare.side('Left')).toHaveText(`${name} 1.0.0`)
  await expect(compare.side('Right')).toHaveText(`${name} 1.1.0`)
  await expect(compare.summary).toHaveText('2 parts changed')
  await compare.part('hello-universe').click()
  await expect(compare.text('1.1.0')).toBeHidden()
  await expect(compare.text(`Values of hello-universe in ${name} 1.0.0`)).toContainText('port: 8080')
  await expect(compare.text(`${name} 1.1.0`)).toContainText('port: 9090')
})

test('only differences are shown, with three lines around them, until all lines are requested', async ({
  page,
  accountOf,
  scratch,
}) => {
  const { name, compare } = await openVersions({ page, accountOf, scratch })
  await compare.part('hello-universe').click()
  const text = compare.text(`${name} 1.1.0`)
  await expect(text).toContainText('calm17: 1')
  await expect(text).not.toContainText('calm9: 1')
  await compare.allLines.check({ force: true })
  await expect(text).toContainText('calm9: 1')
})

test('a secret that differs is reported, and neither value is shown', async ({ page, accountOf, scratch }) => {
  const { compare } = await openVersions({ page, accountOf, scratch })
  await compare.part('hello-universe').click()
  await expect(compare.secrets.getByRole('listitem')).toHaveText(/dbPassword.*differs/)
  for (const secret of SECRETS) await expect(page.locator('main')).not.toContainText(secret)
})

test('the address holds the pair, its order and the selected part', async ({ page, accountOf, scratch }) => {
  const { name, compare } = await openVersions({ page, accountOf, scratch })
  await compare.part('hello-universe').click()
  await compare.swap.click()
  await expect(compare.side('Left')).toHaveText(`${name} 1.1.0`)
  await compare.part('hello-universe').click()
  await page.reload()
  await expect(compare.side('Left')).toHaveText(`${name} 1.1.0`)
  await expect(compare.differences('hello-universe')).toBeVisible()
  await page.goBack()
  await expect(compare.side('Left')).toHaveText(`${name} 1.0.0`)
})

test('a single column is chosen and remembered', async ({ page, accountOf, scratch }) => {
  const { name, compare } = await openVersions({ page, accountOf, scratch })
  await compare.part('hello-universe').click()
  const before = compare.text(`Values of hello-universe in ${name} 1.0.0`)
  await expect(before).toBeVisible()
  await compare.chooseLayout('One column')
  await expect(before).toBeHidden()
  await page.reload()
  await expect(compare.text(`${name} 1.1.0`)).toContainText('port: 8080')
  await expect(before).toBeHidden()
})

test('a profile is compared with another by keyboard alone', async ({ page, accountOf, scratch }) => {
  const { name, list } = await prepareVersions({ page, accountOf, scratch })
  const profile = await list.openProfile(name)
  await page.getByRole('button', { name: 'More actions' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Copy uid' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Compare with…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const compare = new ComparePage(page)
  await expect(compare.side('Left')).toHaveText(`${name} 1.1.0`)
  await compare.change('Right').focus()
  await page.keyboard.press('Enter')
  await expect(compare.found(name, '1.0.0')).toBeVisible()
  await expectAccessible(page)
  await compare.found(name, '1.0.0').focus()
  await page.keyboard.press('Enter')
  await expect(compare.side('Right')).toHaveText(`${name} 1.0.0`)
  await expect(compare.dialog).toBeHidden()
  await compare.part('hello-universe').focus()
  await page.keyboard.press('Enter')
  await expect(compare.part('hello-universe')).toBeFocused()
  await expect(compare.differences('hello-universe')).toBeVisible()
  await expect(profile.heading).toHaveText('Compare')
})

test('the breadcrumb opens a profile of another project in that project', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const name = scratch.profileName('elsewhere', admin)
  await prepareProfile(admin, profileText({ name }))
  await signIn(page, admin)
  const home = await projectPath(admin)
  const list = await new ProfileList(page).open(`${home}/profiles?search=${name}`)
  const profile = await list.openProfile(name)
  await expect(profile.heading).toHaveText(name)
  const left = new URL(page.url()).pathname.split('/')[4] ?? ''
  const sandbox = await projectPath({ ...admin, project: { name: 'Sandbox', uid: undefined } })
  await page.goto(`${sandbox}/profiles/compare?left=${left}&leftProject=${home.split('/')[2]}`)
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name }).click()
  await expect(profile.heading).toHaveText(name)
  await expect(page).toHaveURL(new RegExp(`${home}/profiles/${left}/`))
})

test('equal parts are listed on request', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('calm', admin)
  for (const version of ['1.0.0', '1.1.0']) await prepareProfile(admin, profileText({ name, version }))
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  await (await list.openProfile(name)).openTab('Versions')
  await page.getByRole('link', { name: '1.0.0 with 1.1.0' }).click()
  const compare = new ComparePage(page)
  await expect(compare.part('hello-universe')).toBeHidden()
  await compare.alsoSame.check({ force: true })
  await compare.part('hello-universe').click()
  await expect(compare.differences('hello-universe')).toContainText('the same on both sides')
})

test('a profile is compared with a file, which is not stored', async ({ page, accountOf, scratch }) => {
  const { name, compare } = await openVersions({ page, accountOf, scratch })
  const packs = [helloPack(valuesOf(7070, SECRETS[0]))]
  await compare.bringFile('brought.json', profileText({ name: 'brought', version: '3.0.0', packs }))
  await expect(compare.side('Right')).toHaveText('brought 3.0.0')
  await compare.part('hello-universe').click()
  await expect(compare.text('brought 3.0.0 (file)')).toContainText('port: 7070')
  await expect(compare.secrets.getByRole('listitem')).toHaveText(/dbPassword.*same/)
  await expect(compare.takeOver('left')).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText('The file is not kept.')).toBeVisible()
  await expect(compare.side('Left')).toHaveText(`${name} 1.0.0`)
})

test('a file that is not a profile is refused with its problems', async ({ page, accountOf, scratch }) => {
  const { compare } = await openVersions({ page, accountOf, scratch })
  await compare.paste('{"metadata": ')
  await expect(page.getByRole('alert')).toContainText('pasted-profile could not be compared.')
  await expectAccessible(page)
})

test('a layer is taken over into the other version, and undone', async ({ page, accountOf, scratch }) => {
  const { name, compare } = await openVersions({ page, accountOf, scratch })
  await compare.part('hello-universe').click()
  // The buttons are below the texts, and move when these load.
  await expect(compare.text(`${name} 1.1.0`)).toContainText('port: 9090')
  await compare.takeOver('right').click()
  await expect(compare.dialog).toContainText(`is replaced in the draft of ${name} 1.1.0`)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await compare.takeOverInto('right')
  await expect(page.getByText(`hello-universe was copied into the draft of ${name} 1.1.0.`)).toBeVisible()
  await expect(compare.part('hello-universe')).toBeHidden()
  await expect(compare.summary).toHaveText('1 part changed')
  await compare.takeBack(`hello-universe was copied into the draft of ${name} 1.1.0.`)
  await expect(page.getByText(`hello-universe is in the draft of ${name} 1.1.0 as it was before.`)).toBeVisible()
  await expect(compare.part('hello-universe')).toBeVisible()
  await expect(compare.summary).toHaveText('2 parts changed')
})

test('users who may not change a side read the missing permission', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'viewer'))
  const compare = await openComparison(page)
  await expect(compare.takeOver('right')).toHaveAttribute('aria-disabled', 'true')
  await compare.takeOver('right').focus()
  await expect(page.getByRole('tooltip')).toContainText('clusterProfile.update')
})

for (const width of [1280, 390])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the comparison is accessible in the ${colorScheme} theme at ${width} px`, async ({
      page,
      accountOf,
      scratch,
    }) => {
      await page.emulateMedia({ colorScheme })
      const { name, compare } = await openVersions({ page, accountOf, scratch })
      await page.setViewportSize({ width, height: 800 })
      await compare.part('hello-universe').click()
      await expect(compare.text(`${name} 1.1.0`)).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
