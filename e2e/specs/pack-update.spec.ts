import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../accessibility.ts'
import type { account } from '../access.ts'
import { projectPath } from '../connect.ts'
import { addOn, communityRegistry, profileText } from '../documents.ts'
import { expect, test } from '../fixtures.ts'
import type { PackUpdatePage } from '../pages/profiles/pack-update.page.ts'
import { ProfileList } from '../pages/profiles/profile-list.page.ts'
import { prepareProfile } from '../prepare-profile.ts'
import type { Scratch } from '../scratch.ts'
import { signIn } from '../sign-in.ts'

const SECRET = 'made-up-Value-72'
const IMAGE = 'manifests.hello-universe.images.hellouniverse'

/** The defaults of hello-universe 1.2.0 with an image, a number and a secret of our own. */
const VALUES = `pack:
  content:
    images:
      - image: ghcr.io/spectrocloud/hello-universe:1.2.0
  spectrocloud.com/install-priority: "10"
manifests:
  hello-universe:
    images:
      hellouniverse: mirror.example.org/hello-universe:1.2.0
    apiEnabled: true
    namespace: hello-universe
    port: 8080
    replicas: 3
    dbPassword: "${SECRET}"
    authToken: ""
`

interface Told {
  page: Page
  accountOf: typeof account
  scratch: Scratch
}

async function openUpdate({ page, accountOf, scratch }: Told): Promise<PackUpdatePage> {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('updates', admin)
  const layer = addOn('hello-universe', { version: '1.2.0', type: 'oci', registry: communityRegistry, values: VALUES })
  await prepareProfile(admin, profileText({ name, packs: [layer] }))
  await signIn(page, admin)
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  const profile = await list.openProfile(name)
  return profile.openPackUpdate()
}

test('a pack is updated with its conflict decided', async ({ page, accountOf, scratch }) => {
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

test('the text of a conflict can be written anew, and the secret stays masked', async ({
  page,
  accountOf,
  scratch,
}) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await update.decide(IMAGE, 'Edit')
  await page.getByRole('textbox', { name: `Your text for ${IMAGE}` }).fill('mirror.example.org/hello-universe:1.3.1')
  await expect(update.text('hello-universe')).toContainText('mirror.example.org/hello-universe:1.3.1')
  await expect(page.locator('main')).not.toContainText(SECRET)
})

test('another version is chosen in the menu', async ({ page, accountOf, scratch }) => {
  const update = await openUpdate({ page, accountOf, scratch })
  await update.chooseVersion('1.3.0')
  await expect(update.heading).toHaveText('hello-universe 1.2.0 → 1.3.0')
})

for (const width of [1280, 390])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the update is accessible in the ${colorScheme} theme at ${width} px`, async ({
      page,
      accountOf,
      scratch,
    }) => {
      await page.emulateMedia({ colorScheme })
      const update = await openUpdate({ page, accountOf, scratch })
      await page.setViewportSize({ width, height: 800 })
      await expect(update.conflicts).toHaveCount(1)
      await expect(update.text('hello-universe')).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
