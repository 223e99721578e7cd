import { tabTo } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { PackPage } from '../../pages/pack.page.ts'
import { PacksPage } from '../../pages/packs.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { signIn } from '../../sign-in.ts'

test.describe('the packs of all registries', () => {
  test.beforeEach(async ({ page, accountOf }) => signIn(page, accountOf('stage', 'tenant-admin')))

  test('are found in the main menu, each with its newest version', async ({ page }) => {
    await new ProfileList(page).open()
    await new Frame(page).openFromMenu('Packs')
    const packs = new PacksPage(page)
    await expect(packs.heading).toBeFocused()
    await expect(packs.row('Hello Universe')).toContainText(/hello-universe.*Add-on.*1\.3\.1 \(\d versions\)/)
  })

  test('are searched while typing, and the address keeps the search', async ({ page }) => {
    const packs = await new PacksPage(page).open()
    await packs.search.fill('CALICO')
    await expect(packs.rows).toHaveCount(2)
    await expect(page).toHaveURL(/search=CALICO/)
    await page.reload()
    await expect(packs.rows).toHaveCount(2)
    await expect(packs.count).toHaveText('2 packs')
  })

  test('are filtered with chips that can be cleared together', async ({ page }) => {
    const packs = await new PacksPage(page).open()
    const all = await packs.count.textContent()
    await packs.filterBy('Layer', 'Network', 'Storage')
    await packs.filterBy('Cloud', 'Azure')
    await expect(packs.chip('Network')).toBeVisible()
    await expect(packs.row('Hello Universe')).toBeHidden()
    await expect(page).toHaveURL(/layer=cni&layer=csi&cloud=azure/)
    await packs.clearAll.click()
    await expect(packs.count).toHaveText(all ?? '')
  })

  test('without matches say which filters are active', async ({ page }) => {
    const packs = await new PacksPage(page).open('/tenant/packs?search=nothing&layer=cni')
    await expect(packs.noHit).toBeVisible()
    await expect(page.getByText('Search: “nothing” · Layer: Network')).toBeVisible()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect(packs.row('Hello Universe')).toBeVisible()
  })

  test('are sorted by layer', async ({ page }) => {
    const packs = await new PacksPage(page).open()
    const layer = packs.table.getByRole('columnheader', { name: 'Layer' })
    await packs.sortBy('Layer')
    await expect(layer).toHaveAttribute('aria-sort', 'ascending')
    await expect(page).toHaveURL(/sort=layer/)
    await expect(packs.rows.first()).toContainText('Add-on')
    await packs.sortBy('Layer')
    await expect(layer).toHaveAttribute('aria-sort', 'descending')
    await expect(packs.rows.first()).toContainText('Operating system')
  })
})

test.describe('one pack', () => {
  test.beforeEach(async ({ page, accountOf }) => signIn(page, accountOf('stage', 'tenant-admin')))

  test('shows its README as text, without HTML, images or links into the console', async ({ page }) => {
    const pack = await (await new PacksPage(page).open()).openPack('Hello Universe')
    await expect(pack.heading).toHaveText('Hello Universe')
    await expect(pack.readme.getByRole('heading', { level: 2 })).toHaveText('Hello Universe')
    await expect(pack.readme.getByRole('row')).toHaveCount(4)
    await expect(pack.readme).toContainText('How page, API and database are connected')
    await expect(pack.readme.getByRole('img')).toHaveCount(0)
    await expect(pack.readme).not.toContainText('<p')
    const link = pack.readme.getByRole('link')
    await expect(link).toHaveCount(1)
    await expect(link).toHaveAttribute('target', '_blank')
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  })

  test('opens another version at the same tab', async ({ page }) => {
    const pack = await (await new PacksPage(page).open()).openPack('Hello Universe')
    await pack.openTab('Values')
    await expect(pack.text('Values of hello-universe 1.3.1')).toContainText('dbPassword')
    await pack.version.click()
    await page
      .getByRole('menuitem', { name: /^1\.2\.0/ })
      .first()
      .click()
    await expect(pack.text('Values of hello-universe 1.2.0')).toBeVisible()
    await expect(pack.tab('Values')).toHaveAttribute('aria-current', 'page')
  })

  test('shows its requirements on packs, cluster and values', async ({ page }) => {
    const pack = await (await new PacksPage(page).open()).openPack('Hello Universe')
    await pack.openTab('Constraints')
    await expect(page.getByRole('table', { name: 'Other packs' })).toContainText('1.29 or newer')
    await expect(page.getByText('Memory: at least 512 MiB')).toBeVisible()
    const rule = page.getByRole('row').filter({ hasText: 'dbPassword' })
    await expect(rule).toContainText('Sensitive')
    await pack.openTab('Presets')
    await expect(pack.text(/adds$/).first()).toContainText('apiEnabled')
  })

  test('links to the profiles that use it', async ({ page }) => {
    const packs = await new PacksPage(page).open('/tenant/packs?search=kubernetes')
    const pack = await packs.openPack('Kubernetes')
    await pack.openTab('Used by')
    await page.getByRole('table').getByRole('link').first().click()
    await expect(new ProfilePage(page).stack).toBeVisible()
  })

  test('says so at its end of life', async ({ page }) => {
    const packs = await new PacksPage(page).open('/tenant/packs?search=csi-aws-ebs')
    const pack = await packs.openPack((await packs.rows.getByRole('link').first().textContent()) ?? '')
    await pack.version.click()
    await page.getByRole('menuitem', { name: /^1\.41\.0/ }).click()
    await expect(page.getByText('End of life', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('2025-06-30')).toBeVisible()
  })

  test('says so if it is not here', async ({ page }) => {
    await page.goto('/tenant/packs/ffffffffffffffffffffffff/readme')
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  })
})

test('a viewer of a project finds and opens a pack by the keyboard alone', async ({ page, accountOf }) => {
  const viewer = accountOf('dev', 'viewer')
  await signIn(page, viewer)
  const packs = await new PacksPage(page).open(`${await projectPath(viewer)}/packs`)
  await packs.search.focus()
  await page.keyboard.type('universe')
  await expect(packs.rows).toHaveCount(1)
  await tabTo(packs.rows.getByRole('link').first())
  await page.keyboard.press('Enter')
  const pack = new PackPage(page)
  await expect(pack.heading).toBeFocused()
  await tabTo(pack.tab('Values'))
  await page.keyboard.press('Enter')
  await expect(pack.text(/^Values of hello-universe/)).toBeVisible()
})
