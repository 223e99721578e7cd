import { api, type Connection } from '@waybill/api-client'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import type { Account } from '../../access.ts'
import { connect, projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ChosenProfiles } from '../../pages/profiles/chosen-profiles.page.ts'
import { ComparePage } from '../../pages/profiles/compare.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

async function uidOf(connection: Connection, name: string): Promise<string> {
  const names = await api.profiles.listNames(connection)
  const found = names.ok ? names.value.items.find(({ metadata }) => metadata.name === name) : undefined
  return found?.metadata.uid ?? ''
}

async function deleteMeanwhile(account: Account, name: string): Promise<void> {
  const connection = await connect(account, 'project')
  await api.profiles.delete(connection, { params: { uid: await uidOf(connection, name) } })
}

test('several profiles are tagged, exported, published, compared and deleted from the list', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const names = ['bulk-a', 'bulk-b', 'bulk-c'].map((name) => scratch.profileName(name, account))
  const [first = '', second = '', third = ''] = names
  for (const name of names) await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const suffix = first.slice('bulk-a'.length)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles?search=${suffix}`)
  const chosen = new ChosenProfiles(page)
  const frame = new Frame(page)

  await test.step('all of the page are chosen by keyboard and get a tag', async () => {
    await expect(list.row(first)).toBeVisible()
    await expect(chosen.bar).toBeHidden()
    await chosen.all.focus()
    await page.keyboard.press('Space')
    await expect(chosen.count).toHaveText('3 profiles chosen')
    await expectAccessible(page)
    const dialog = await chosen.open('Tag')
    await expectAccessible(page)
    await dialog.getByRole('textbox', { name: 'Tag' }).fill('team:bulk')
    await chosen.confirm('Tag')
    await expect(frame.notice('3 profiles tagged.')).toBeVisible()
    await expect(dialog).toBeHidden()
  })

  await test.step('they are exported in one archive', async () => {
    await chosen.open('Export')
    const downloading = page.waitForEvent('download')
    await chosen.confirm('Export')
    expect((await downloading).suggestedFilename()).toBe('profiles.zip')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('what cannot be published is named with the reason, the others are', async () => {
    await deleteMeanwhile(account, third)
    const dialog = await chosen.open('Publish')
    await chosen.confirm('Publish')
    await expect(dialog.getByRole('alert')).toContainText(`${third} 1.0.0`)
    await expect(dialog.getByRole('alert')).not.toContainText(first)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(list.row(first)).toContainText('Published')
    await expect(chosen.count).toHaveText('2 profiles chosen')
  })

  await test.step('two are deleted, and Ctrl Z takes that back', async () => {
    const dialog = await chosen.open('Delete')
    await expect(dialog).toContainText(`${first} 1.0.0`)
    await expectAccessible(page)
    await chosen.confirm('Delete')
    const waiting = frame.notice(`${first} 1.0.0, ${second} 1.0.0 will be deleted.`)
    await expect(list.table.getByText('Will be deleted')).toHaveCount(2)
    // The bar that the dialog was opened from has been removed.
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
    await expect(waiting.getByRole('button', { name: 'Undo' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(waiting).toBeHidden()
    await expect(list.table.getByText('Will be deleted')).toHaveCount(0)
  })

  await test.step('exactly two are compared', async () => {
    await chosen.compare.click()
    const compare = new ComparePage(page)
    await expect(compare.heading).toBeVisible()
    await page.goBack()
    await expect(list.row(first)).toBeVisible()
  })

  await test.step('who chooses none goes on where the first of them stands', async () => {
    await chosen.box(second).check()
    await chosen.none.press('Enter')
    await expect(chosen.bar).toBeHidden()
    await expect(chosen.box(second)).toBeFocused()
  })

  await test.step('what was deleted and not taken back is gone', async () => {
    await chosen.box(first).check()
    await chosen.open('Delete')
    await chosen.confirm('Delete')
    const isReadAnew = Promise.withResolvers<void>()
    await page.route('**/v1/dashboard/clusterprofiles*', async (route) => {
      await isReadAnew.promise
      await route.continue()
    })
    await frame.closeNotice(`${first} 1.0.0 will be deleted.`)
    await expect(frame.notice(`${first} 1.0.0 was deleted.`)).toBeVisible()
    // Until the list is reloaded, the profile cannot be selected, and the bar does not come back for it.
    await expect(list.table.getByText('Will be deleted')).toBeVisible()
    await expect(chosen.bar).toBeHidden()
    isReadAnew.resolve()
    await expect(page.getByRole('link', { name: first, exact: true })).toHaveCount(0)
    await expect(list.row(second)).toBeVisible()
  })
})

test('a click with Shift held selects or clears all rows since the previous one', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const names = ['range-a', 'range-b', 'range-c', 'range-d'].map((name) => scratch.profileName(name, account))
  const [first = '', second = '', third = '', fourth = ''] = names
  for (const name of names) await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const suffix = first.slice('range-a'.length)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles?search=${suffix}&sort=name`)
  const chosen = new ChosenProfiles(page)
  await expect(list.rows).toHaveCount(4)
  await chosen.box(third).check()
  await chosen.box(first).click({ modifiers: ['Shift'] })
  await expect(chosen.box(second)).toBeChecked()
  await expect(chosen.box(fourth)).not.toBeChecked()
  await expect(chosen.count).toHaveText('3 profiles chosen')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  await chosen.box(second).click({ modifiers: ['Shift'] })
  await expect(chosen.count).toHaveText('1 profile chosen')
  await expect(chosen.box(third)).toBeChecked()
})

test('the question before a deletion does not move while clones are found', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const [name, clone] = [scratch.profileName('cloned', account), scratch.profileName('copy', account)]
  await prepareProfile(account, profileText({ name }))
  const connection = await connect(account, 'project')
  const params = { uid: await uidOf(connection, name) }
  await api.profileEdits.clone(connection, { params, body: { metadata: { name: clone, version: '1.0.0' } } })
  await signIn(page, account)
  await new ProfileList(page).open(`${await projectPath(account)}/profiles?search=${name}`)
  const chosen = new ChosenProfiles(page)
  await chosen.box(name).check()
  const mayFind = Promise.withResolvers<void>()
  await page.route('**/v1/console/clusterprofiles/clones*', async (route) => {
    await mayFind.promise
    await route.continue()
  })
  const dialog = await chosen.open('Delete')
  await expect(dialog).toContainText('Looking for what was cloned from it')
  const before = await dialog.boundingBox()
  mayFind.resolve()
  await expect(dialog).toContainText(`Clones of it stay: ${clone} 1.0.0`)
  expect(await dialog.boundingBox()).toEqual(before)
})

test('the browser asks before the page is left during a pending deletion, and then nothing is deleted', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('stays', account)
  await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles?search=${name}`)
  await new ChosenProfiles(page).box(name).check()
  await new ChosenProfiles(page).open('Delete')
  await new ChosenProfiles(page).confirm('Delete')
  await expect(list.table.getByText('Will be deleted')).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.reload()
  expect((await asked).type()).toBe('beforeunload')
  await expect(list.row(name)).toContainText('Draft')
})

test('signing out during a pending deletion deletes at once', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('leaves', account)
  await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const path = `${await projectPath(account)}/profiles?search=${name}`
  const list = await new ProfileList(page).open(path)
  await new ChosenProfiles(page).box(name).check()
  await new ChosenProfiles(page).open('Delete')
  await new ChosenProfiles(page).confirm('Delete')
  await expect(list.table.getByText('Will be deleted')).toBeVisible()
  await new Frame(page).signOut()
  await page.waitForURL('**/login')
  await signIn(page, account)
  await list.open(path)
  await expect(list.noHit).toBeVisible()
})

test('a profile that somebody else deletes first is gone, which is not an error', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('twice', account)
  await prepareProfile(account, profileText({ name }))
  await signIn(page, account)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles?search=${name}`)
  const chosen = new ChosenProfiles(page)
  await chosen.box(name).check()
  await chosen.open('Delete')
  await chosen.confirm('Delete')
  await expect(list.table.getByText('Will be deleted')).toBeVisible()
  await deleteMeanwhile(account, name)
  const frame = new Frame(page)
  await frame.closeNotice(`${name} 1.0.0 will be deleted.`)
  await expect(frame.notice(`${name} 1.0.0 was gone already.`)).toBeVisible()
  await expect(frame.notice('was not deleted.')).toHaveCount(0)
})

for (const [where, size] of [
  ['on a desk', { width: 1280, height: 800 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test(`no row moves when a profile is selected, ${where}`, async ({ page, accountOf }) => {
    await page.setViewportSize(size)
    const account = accountOf('dev', 'project-admin')
    await signIn(page, account)
    const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles`)
    const chosen = new ChosenProfiles(page)
    const row = list.row('observability')
    const heading = page.getByRole('heading', { level: 1 })
    // Relative to each other, since the browser may scroll meanwhile.
    const distance = async () => ((await row.boundingBox())?.y ?? 0) - ((await heading.boundingBox())?.y ?? 0)
    await expect(row).toBeVisible()
    const before = await distance()
    await chosen.box('observability').focus()
    await page.keyboard.press('Space')
    await expect(chosen.count).toHaveText('1 profile chosen')
    await expect(list.search).toBeHidden()
    expect(await distance()).toBeCloseTo(before, 0)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await chosen.bar.getByRole('button', { name: 'Choose none' }).click()
    await expect(list.search).toBeVisible()
    expect(await distance()).toBeCloseTo(before, 0)
  })
}
