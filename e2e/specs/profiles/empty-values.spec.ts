import { expectAccessible } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

const AT = 'hello-universe › manifests.hello-universe'

test('what an import left empty is found in the list and filled in place, by keyboard alone', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('lacking', account)
  const lines = ['dbPassword: ********', 'dbUrl: pg://app:********@db', 'port: 8080']
  await prepareProfile(account, profileText({ name, packs: [helloPack(lines)] }), { remainingMasks: 'leave-empty' })
  await signIn(page, account)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles`)
  await list.filterBy('State', 'Values still empty')
  await expect(list.emptyValues(name)).toHaveText('2 values still empty')

  await list.emptyValues(name).focus()
  await page.keyboard.press('Enter')
  const profile = new ProfilePage(page)
  const dialog = await profile.openedEmptyValues()
  await expect(dialog.dialog).toContainText('Line 4 of the values · part of a longer value')
  await expectAccessible(page)
  await dialog.field(`${AT}.dbPassword`).focus()
  await page.keyboard.type('first-of-two')
  await page.keyboard.press('Enter')
  await expect(profile.emptyValues).toHaveText('1 value still empty')

  await profile.emptyValues.press('Enter')
  await dialog.field(`${AT}.dbUrl`).fill('second-of-two')
  await page.keyboard.press('Escape')
  await expect(dialog.leaving).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog.leaving).toBeHidden()
  await dialog.field(`${AT}.dbUrl`).press('Enter')
  await expect(page.getByText('1 value saved in the draft.').last()).toBeVisible()
  await expect(dialog.dialog).toBeHidden()
  await expect(profile.emptyValues).toBeHidden()
  await expect(profile.text('Values of hello-universe')).toContainText('port: 8080')
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((store) => Object.values<string>(store)),
  )
  expect(kept.join()).not.toContain('of-two')
})
