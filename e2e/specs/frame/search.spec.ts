import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { Search } from '../../pages/frame/search.page.ts'
import { HomePage } from '../../pages/home.page.ts'
import { PeoplePage } from '../../pages/settings/people.page.ts'
import { ChosenProfiles } from '../../pages/profiles/chosen-profiles.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { profileText } from '../../content/documents.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

test('a profile, a page and a person are found and opened by keyboard alone', async ({ page, accountOf }) => {
  const admin = accountOf('stage', 'tenant-admin')
  await signIn(page, admin)
  await new HomePage(page).open('/tenant')
  const search = await new Search(page).open()
  await expect(search.field).toBeFocused()
  await expect(search.option('Pages', 'Packs')).toBeVisible()
  await page.keyboard.type('vsphere')
  await expect(search.option('Profiles', /vsphere-core/)).toBeVisible()
  await expectAccessible(page)
  await expect(search.chosen).toHaveCount(1)
  const isChosen = async () => (await search.chosen.textContent())?.startsWith('vsphere-core')
  for (let left = await search.dialog.getByRole('option').count(); left > 0 && !(await isChosen()); left -= 1)
    await page.keyboard.press('ArrowDown')
  await expect(search.chosen).toContainText('vsphere-core')
  await page.keyboard.press('Enter')
  await expect(new ProfilePage(page).heading).toHaveText('vsphere-core')

  await search.open()
  await page.keyboard.type('people')
  await expect(search.chosen).toHaveText('People')
  await page.keyboard.press('Enter')
  await expect(new PeoplePage(page).heading).toBeVisible()

  await search.open()
  await page.keyboard.type(admin.email)
  await expect(search.option('People', new RegExp(admin.email))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search.dialog).toHaveCount(0)
})

test("a project's profile is found from the tenant, and opened in its project", async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const name = scratch.profileName('found', admin)
  await prepareProfile(accountOf('dev', 'project-admin'), profileText({ name }))
  await signIn(page, admin)
  await new HomePage(page).open('/tenant')
  const search = await new Search(page).open()
  await search.field.fill(name)
  const option = search.option('Profiles', new RegExp(name))
  await expect(option).toContainText(`1.0.0 in ${admin.project.name}`)
  await option.click()
  await expect(new ProfilePage(page).heading).toHaveText(name)
  await expect(page).toHaveURL(/\/projects\//)
})

test('the search offers only what the roles allow, and fits a phone', async ({ page, accountOf }) => {
  const viewer = accountOf('dev', 'viewer')
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, viewer)
  await page.goto('/')
  const search = new Search(page)
  await search.button.click()
  await expect(search.field).toHaveAttribute('placeholder', 'a name or a page')
  await search.field.fill(accountOf('dev', 'tenant-admin').email)
  await expect(search.status).toHaveText('Nothing found.')
  await search.field.fill('import')
  await expect(search.dialog.getByRole('option')).toHaveCount(0)
  await expectNoSidewaysScroll(page)
})

test('a message that stays does not cover the search', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('stays', admin)
  await prepareProfile(admin, profileText({ name }))
  await page.route('**/v1/clusterprofiles/bulk', (route) => route.abort())
  await signIn(page, admin)
  await new ProfileList(page).open(`${await projectPath(admin)}/profiles?search=${name}`)
  const chosen = new ChosenProfiles(page)
  await chosen.box(name).check()
  await chosen.open('Delete')
  await chosen.confirm('Delete')
  await new Frame(page).closeNotice(`${name} 1.0.0 will be deleted.`)
  // By its text: dialogs hide what is beside them from its role.
  const message = page.getByText(`${name} 1.0.0 was not deleted.`)
  await expect(message).toBeVisible()
  const search = await new Search(page).open()
  await expect(search.option('Pages', 'Profiles')).toBeVisible()
  await expect
    .poll(async () => {
      const [above, below] = await Promise.all([search.dialog.boundingBox(), message.boundingBox()])
      return above !== null && below !== null && above.y + above.height <= below.y
    })
    .toBe(true)
})
