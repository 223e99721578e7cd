import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, scrollToEnd, tabTo } from '../../accessibility.ts'
import type { account } from '../../access.ts'
import { projectPath } from '../../connect.ts'
import { addOn, communityRegistry, oldHelloValues, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import type { PackUpdatePage } from '../../pages/profiles/pack-update.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import type { Scratch } from '../../content/scratch.ts'
import { signIn } from '../../sign-in.ts'

const SECRET = 'made-up-Value-72'
const IMAGE = 'manifests.hello-universe.images.hellouniverse'

const VALUES = oldHelloValues(SECRET)

const TWINS = ['blue--hello-universe', 'green--hello-universe']

interface Given {
  page: Page
  accountOf: typeof account
  scratch: Scratch
}

interface Opened {
  layers?: readonly string[]
  publish?: boolean
}

async function openUpdate(
  { page, accountOf, scratch }: Given,
  { layers = ['hello-universe'], publish = false }: Opened = {},
): Promise<PackUpdatePage> {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('updates', admin)
  const parts = { version: '1.2.0', type: 'oci', registry: communityRegistry, values: VALUES } as const
  await prepareProfile(admin, profileText({ name, packs: layers.map((layer) => addOn(layer, parts)) }), { publish })
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  const profile = await list.openProfile(name)
  return profile.openPackUpdate()
}

test('a pack is updated after its conflict is decided', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await expect(update.heading).toHaveText('hello-universe 1.2.0 → 1.3.1')
  await expect(update.summary).toContainText('1 to decide')
  await expect(update.apply).toHaveAttribute('aria-disabled', 'true')
  await update.decide(IMAGE, 'Keep mine')
  await expect(update.summary).toContainText('nothing left to decide')
  await expect(update.text('hello-universe')).toContainText('mirror.example.org/hello-universe:1.2.0')
  await update.apply.click()
  await expect(page.getByText('The draft has hello-universe 1.3.1 now.')).toBeVisible()
})

test('the text of a conflict can be rewritten, and the secret stays masked', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await update.decide(IMAGE, 'Edit')
  await page.getByRole('textbox', { name: `Your text for ${IMAGE}` }).fill('mirror.example.org/hello-universe:1.3.1')
  await expect(update.text('hello-universe')).toContainText('mirror.example.org/hello-universe:1.3.1')
  await expect(page.locator('main')).not.toContainText(SECRET)
})

test('invalid YAML is listed with its line, and links to it', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await update.decide(IMAGE, 'Edit')
  await page.getByRole('textbox', { name: `Your text for ${IMAGE}` }).fill('[')
  const problem = update.problems('hello-universe').first()
  await expect(problem).toContainText(/^Line \d+: /)
  await problem.getByRole('button', { name: /^Line / }).click()
  await expect(update.text('hello-universe')).toBeFocused()
})

test('another version is chosen in the menu', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await update.chooseVersion('1.3.0')
  await expect(update.heading).toHaveText('hello-universe 1.2.0 → 1.3.0')
})

test('profiles with updates are found in the list, which links to all of their updates', async ({
  page,
  accountOf,
  scratch,
}) => {
  const update = await openUpdate({ page, accountOf, scratch }, { layers: TWINS })
  const { pathname } = new URL(page.url())
  await page.goto(`${pathname.replace(/\/profiles\/.*/, '/profiles')}?state=updates&search=updates`)
  await page
    .getByRole('link', { name: /^2 updates for / })
    .first()
    .click()
  await expect(update.layers).toHaveCount(2)
  await expect(update.apply).toHaveText('Apply to 2 layers')
})

test('the stack shows which layers can be updated', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch }, { layers: TWINS })
  await update.backToProfile()
  await expect(page.getByRole('option', { name: /Update available/ })).toHaveCount(2)
  await new ProfilePage(page).openPackUpdates()
  await expect(update.layers).toHaveCount(2)
})

test('several layers are decided side by side and applied in one save', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch }, { layers: TWINS })
  await update.take('blue--hello-universe').check()
  await expect(update.heading).toHaveText('blue--hello-universe 1.2.0 → 1.3.1')
  await update.decide(IMAGE, 'Keep mine')
  await expect(update.layers.first()).toContainText('ready')
  await update.select('green--hello-universe')
  await expect(update.heading).toHaveText('green--hello-universe 1.2.0 → 1.3.1')
  await expect(update.apply).toHaveAttribute('aria-disabled', 'true')
  await update.decide(IMAGE, 'Take new')
  const saved = page.waitForRequest((request) => request.method() === 'PATCH')
  await update.apply.click()
  expect((await saved).headers()['if-match']).toMatch(/^"/)
  await expect(
    page.getByText('The draft has blue--hello-universe 1.3.1, green--hello-universe 1.3.1 now.'),
  ).toBeVisible()
})

test('a published version is left unchanged and the next one is created', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch }, { publish: true })
  await update.decide(IMAGE, 'Keep mine')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(new URL(request.url()).pathname))
  await update.saveAs('1.1.0').click()
  await expect(page.getByText(/1\.1\.0 was made as a draft, with hello-universe 1\.3\.1\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Version: 1.1.0' })).toBeVisible()
  expect(sent).toEqual([expect.stringMatching(/^\/v1\/clusterprofiles\/\w+\/versions$/)])
})

test('a wrong click does not lose decisions', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await update.decide(IMAGE, 'Keep mine')
  await page.getByRole('link', { name: 'Cluster Profiles' }).first().click()
  const question = page.getByRole('dialog', { name: 'Leave without applying?' })
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(update.summary).toContainText('nothing left to decide')
})

test('an update is decided and applied by keyboard alone', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  const keep = update.conflicts.getByRole('button', { name: 'Keep mine' })
  await page.keyboard.press('Tab')
  await tabTo(keep)
  await page.keyboard.press('Enter')
  await expect(update.summary).toContainText('nothing left to decide')
  await tabTo(update.apply)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The draft has hello-universe 1.3.1 now.')).toBeVisible()
})

for (const width of [1280, 390])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the update is accessible in the ${colorScheme} theme at ${width} px`, async ({
      page,
      accountOf,
      scratch,
    }) => {
      await page.emulateMedia({ colorScheme })
      const update = await openUpdate({ page, accountOf, scratch }, { layers: TWINS })
      await update.take('blue--hello-universe').check()
      await page.setViewportSize({ width, height: 800 })
      await expect(update.conflicts).toHaveCount(1)
      await expect(update.text('blue--hello-universe')).toBeVisible()
      await scrollToEnd(page)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
