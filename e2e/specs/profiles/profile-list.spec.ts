import type { Locator } from '@playwright/test'
import { api } from '@waybill/api-client'
import { expectAccessible, tabTo } from '../../accessibility.ts'
import { connect, projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { PacksPage } from '../../pages/packs.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

test.beforeEach(async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
})

test('a row shows a profile at a glance', async ({ page }) => {
  const row = new ProfileList(page).row('edge-base')
  await expect(row).toContainText('Base stack of our edge sites.')
  for (const text of ['1.2.0', '+2 more', 'Infrastructure', 'Edge Native', 'Tenant', 'Draft']) {
    await expect(row).toContainText(text)
  }
  await expect(row.getByRole('list', { name: 'Layers' })).toContainText('Storage: none')
})

test('the search matches name, description and tag', async ({ page }) => {
  const list = new ProfileList(page)
  for (const text of ['vsphere', 'own data centre']) {
    await list.search.fill(text)
    await expect(list.rows).toHaveCount(1)
    await expect(list.row('vsphere-core')).toBeVisible()
  }
  await list.search.fill('platform')
  await expect(list.row('aws-production')).toBeVisible()
  await expect(list.row('vsphere-core')).toBeHidden()
})

test('filters are shown as chips, kept in the address, and cleared together', async ({ page }) => {
  const list = new ProfileList(page)
  await list.filterBy('Type', 'Infrastructure')
  await list.filterBy('State', 'Draft')
  await expect(list.rows).toHaveCount(1)
  await expect(list.row('edge-base')).toBeVisible()
  await expect(list.chip('Infrastructure')).toBeVisible()
  await page.reload()
  await expect(list.count).toHaveText('1 profile')
  await list.clearAll.first().click()
  await expect(list.row('aws-production')).toBeVisible()
  await expect(list.chip('Infrastructure')).toBeHidden()
})

test('a selected choice of a filter has a single tick', async ({ page }) => {
  await page.getByRole('button', { name: 'State', exact: true }).press('ArrowDown')
  const choice = page.getByRole('menuitem', { name: 'Draft', exact: true })
  await choice.getByRole('checkbox').click()
  await expect(choice.getByRole('checkbox')).toBeChecked()
  await expect(choice.getByRole('img', { includeHidden: true })).toBeHidden()
})

test('a search without results says which filters are active', async ({ page }) => {
  const list = new ProfileList(page)
  await list.filterBy('Cloud', 'vSphere')
  await list.search.fill('nothing of that name')
  await expect(list.noHit).toBeVisible()
  await expect(page.getByText('Search: “nothing of that name” · Cloud: vSphere')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(list.row('edge-base')).toBeVisible()
})

test('columns sort both ways', async ({ page }) => {
  const list = new ProfileList(page)
  const name = list.table.getByRole('columnheader', { name: 'Name' })
  await expect(name).toHaveAttribute('aria-sort', 'ascending')
  await expect(list.rows.first()).toContainText('aws-production')
  await list.sortBy('Name')
  await expect(name).toHaveAttribute('aria-sort', 'descending')
  await expect(list.rows.first()).toContainText('vsphere-core')
})

test('a page holds as many rows as selected', async ({ page }) => {
  const packs = await new PacksPage(page).open()
  await expect(packs.paging).toBeVisible()
  await page.getByRole('button', { name: /^1 - \d+ of/ }).click()
  await page.getByRole('menuitem', { name: '10', exact: false }).first().click()
  await expect(page).toHaveURL(/perPage=10/)
  await expect(packs.rows).toHaveCount(10)
})

test('a list that fits on the shortest page has no pagination', async ({ page }) => {
  const packs = await new PacksPage(page).open('/tenant/packs?search=kubernetes')
  await expect(packs.rows.first()).toBeVisible()
  await expect(packs.paging).toHaveCount(0)
})

test('the next page continues where the previous one ends', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const names = Array.from({ length: 11 }, (_, index) => scratch.profileName(`paged-${index + 10}`, admin))
  for (const name of names) await prepareProfile(admin, profileText({ name }))
  await signIn(page, admin)
  const suffix = names[0]?.split('-').at(-1) ?? ''
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles?search=${suffix}&perPage=10`)
  await expect(list.rows).toHaveCount(10)
  await page.getByRole('button', { name: 'Go to next page' }).click()
  await expect(list.rows).toHaveCount(1)
  await expect(list.row(names.at(-1) ?? '')).toBeVisible()
})

test('an address past the end of the list leads to its last page', async ({ page }) => {
  const list = await new ProfileList(page).open('/tenant/profiles?page=999&perPage=10')
  await expect(list.rows.first()).toBeVisible()
  await expect(page).not.toHaveURL(/page=999/)
})

test('another scope is selected in the header and remembered', async ({ page, accountOf }) => {
  const list = new ProfileList(page)
  const frame = new Frame(page)
  const { project, tenant } = accountOf('stage', 'tenant-admin')
  await frame.chooseScope(project.name)
  await expect(list.row('gitops')).toBeVisible()
  await expect(frame.scope).toHaveAccessibleName(`Scope: ${tenant.name} ▸ ${project.name}`)
  await page.goto('/')
  await expect(page).toHaveURL(/\/projects\//)
})

test('the newest versions of a profile are found from its row', async ({ page }) => {
  await page.getByRole('link', { name: '2 more of edge-base' }).click()
  const versions = page.getByRole('table', { name: 'Versions of edge-base' })
  await expect(versions.getByRole('row').nth(1)).toContainText('1.2.0')
})

test('the theme is selected by hand and kept', async ({ page }) => {
  const frame = new Frame(page)
  await frame.chooseTheme('Dark')
  await page.reload()
  await expect(frame.theme).toHaveAccessibleName('Theme: Dark')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await frame.chooseTheme('Same as system')
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } })

  test('the marks of layers say what they stand for, and a top menu with a single entry takes no row', async ({
    page,
  }) => {
    const count = new ProfileList(page).rows.first().getByRole('button', { name: /^\d+ layers? of / })
    // A tap before the row has its handlers does nothing.
    await expect(async () => {
      await count.tap()
      await expect(page.getByRole('tooltip')).toContainText('kubernetes', { timeout: 2_000 })
    }).toPass()
    await expect(new Frame(page).topMenu).toBeHidden()
  })
})

test('the layers of a profile are counted, and named when the count has the focus', async ({ page }) => {
  await tabTo(new ProfileList(page).rows.first().getByRole('button', { name: /^\d+ layers? of / }))
  await expect(page.getByRole('tooltip')).toContainText('kubernetes')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toBeHidden()
})

for (const width of [1900, 390]) {
  test(`updates that load after the list move nothing in it, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const { promise: asked, resolve: answer } = Promise.withResolvers<void>()
    await page.route('**/clusterprofiles/packUpdates*', async (route) => {
      await asked
      await route.continue()
    })
    const list = await new ProfileList(page).open('/tenant/profiles')
    const update = list.table.getByRole('link', { name: /^\d+ updates? for / }).first()
    const rows = async () => Promise.all((await list.rows.all()).map((row) => row.boundingBox()))
    await expect(list.row('vsphere-core')).toBeVisible()
    await expect(update).toHaveCount(0)
    const before = await rows()
    answer()
    await expect(update).toBeVisible()
    expect(await rows()).toEqual(before)
  })
}

test("the table ends where the page's heading ends, however wide the window is", async ({ page }) => {
  const list = new ProfileList(page)
  const end = async (locator: Locator) => {
    const box = await locator.boundingBox()
    return box === null ? undefined : Math.round(box.x + box.width)
  }
  await expect(list.table.getByRole('link', { name: /^\d+ updates? for / }).first()).toBeVisible()
  // The narrowest with columns, and the narrowest with the menu beside them.
  for (const width of [992, 1024, 1200, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(async () => expect(await end(list.table), `${width} pixels`).toBe(await end(list.addProfile))).toPass()
  }
})

test("a profile takes up a quarter of a phone's screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.clock.setFixedTime(Date.now() + 24 * 60_000)
  await page.reload()
  const row = new ProfileList(page).row('aws-production')
  await expect(row).toContainText('minutes ago')
  const box = await row.boundingBox()
  expect(box?.height).toBeLessThan(844 / 4)
})

test('columns and density are kept', async ({ page }) => {
  const list = new ProfileList(page)
  await list.viewButton.click()
  await page.getByRole('checkbox', { name: 'Scope' }).uncheck()
  await page.getByRole('radio', { name: 'Comfortable' }).check()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.reload()
  await expect(list.rows.first()).toBeVisible()
  await expect(list.table.getByRole('columnheader', { name: 'Scope' })).toHaveCount(0)
  await list.viewButton.click()
  await expect(page.getByRole('radio', { name: 'Comfortable' })).toBeChecked()
})

test('a filter is saved, applied again by its name and over the API, and deleted', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('stage', 'tenant-admin')
  const name = scratch.profileName('filter', admin)
  const list = await new ProfileList(page).open('/tenant/profiles?type=infra&tag=edge')
  await list.savedButton.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Save what is filtered now as' }).fill(name)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog.getByRole('button', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
  const saved = await api.filters.listNames(await connect(admin, 'tenant'))
  expect(saved.ok && saved.value.items.map((item) => item.name)).toContain(name)

  await list.open('/tenant/profiles')
  await list.savedButton.click()
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(page).toHaveURL(/type=infra&tag=edge/)
  await list.savedButton.click()
  await dialog.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(dialog.getByRole('button', { name, exact: true })).toHaveCount(0)
})
