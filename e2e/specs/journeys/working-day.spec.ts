import { api } from '@waybill/api-client'
import { tabTo } from '../../accessibility.ts'
import type { Account } from '../../access.ts'
import { chooseFileWithEnter, press, pressInMenu, typeInto } from '../../by-keyboard.ts'
import { connect, projectPath } from '../../connect.ts'
import { addOn, communityRegistry, helloPack, oldHelloValues, profileText } from '../../content/documents.ts'
import { preparePerson } from '../../content/prepare-person.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import type { Scratch } from '../../content/scratch.ts'
import { expect, test } from '../../fixtures.ts'
import { BuilderPage } from '../../pages/profiles/builder.page.ts'
import { BuilderVariables } from '../../pages/profiles/builder-variables.page.ts'
import { ComparePage } from '../../pages/profiles/compare.page.ts'
import { PackUpdatePage } from '../../pages/profiles/pack-update.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'

const LAYERS = ['blue--hello-universe', 'green--hello-universe'] as const

/** Without the secret. */
const VALUES = oldHelloValues('********')

/** A project admin of the flows' project and of one more. */
async function prepareDay(admin: Account, scratch: Scratch) {
  const tenant = await connect(admin, 'tenant')
  const project = scratch.nameOf('project', admin)
  const made = await api.projects.create(tenant, { body: { metadata: { name: project } } })
  if (!made.ok) throw new Error('The other project could not be made')
  const person = await preparePerson(admin, {
    email: scratch.email('day', admin),
    password: 'a password of the flows',
    roles: [],
  })
  const { projectUid } = await connect(admin, 'project')
  const given = await api.userRoles.replaceInProjects(tenant, {
    params: { uid: person.uid },
    body: {
      projects: [projectUid ?? '', made.value.uid].map((uid) => ({ projectUid: uid, roles: ['Project Admin'] })),
    },
  })
  if (!given.ok) throw new Error('The roles could not be given')
  return { person, project }
}

test('a whole day with an imported profile needs nothing but the keyboard', async ({ page, accountOf, scratch }) => {
  test.slow()
  const admin = accountOf('dev', 'tenant-admin')
  const name = scratch.profileName('day', admin)
  const { person, project } = await prepareDay(admin, scratch)
  const parts = { version: '1.2.0', type: 'oci', registry: communityRegistry, values: VALUES } as const
  const packs = LAYERS.map((layer) => addOn(layer, parts))
  await prepareProfile(admin, profileText({ name, packs }), { remainingMasks: 'leave-empty', publish: true })
  const { keyboard } = page
  const profile = new ProfilePage(page)
  const builder = new BuilderPage(page)
  const frame = new Frame(page)

  await test.step('signs in and finds the profile that lacks values', async () => {
    await page.goto(`/login?next=${encodeURIComponent(`${await projectPath(admin)}/profiles`)}`)
    await expect(new SignInPage(page).email).toBeFocused()
    await keyboard.type(person.email)
    await typeInto(new SignInPage(page).password, person.password)
    await keyboard.press('Enter')
    const list = new ProfileList(page)
    await expect(list.heading).toBeVisible()
    await typeInto(list.search, name)
    await expect(list.rows).toHaveCount(1)
    await press(list.emptyValues(name))
  })

  await test.step('fills the empty secrets', async () => {
    const dialog = await profile.openedEmptyValues()
    for (const layer of LAYERS) {
      await typeInto(dialog.field(`${layer} › manifests.hello-universe.dbPassword`), `typed-for-${layer}`)
    }
    await keyboard.press('Enter')
    await expect(dialog.dialog).toBeHidden()
    await expect(profile.emptyValues).toBeHidden()
  })

  await test.step('updates two packs and decides their conflicts', async () => {
    await press(profile.updateAll)
    const update = new PackUpdatePage(page)
    await expect(update.layers).toHaveCount(2)
    await expect(update.heading).toBeFocused()
    await press(update.conflicts.getByRole('button', { name: 'Keep mine' }))
    await expect(update.summary).toContainText('nothing left to decide')
    await press(update.layerButton(LAYERS[1]))
    await expect(update.heading).toHaveText(`${LAYERS[1]} 1.2.0 → 1.3.1`)
    await press(update.conflicts.getByRole('button', { name: 'Take new' }))
    await expect(update.summary).toContainText('nothing left to decide')
    await press(update.apply)
    await expect(frame.notice(`The draft has ${LAYERS[0]} 1.3.1, ${LAYERS[1]} 1.3.1 now.`)).toBeVisible()
    await expect(profile.heading).toHaveText(name)
    await expect(profile.heading).toBeFocused()
  })

  await test.step('adds a layer and a variable, and makes a version of it', async () => {
    await press(profile.edit)
    await expect(builder.state).toHaveText('0 changes')
    await expect(builder.heading).toBeFocused()
    await press(builder.stackTool('Add layer'))
    const panel = await builder.addLayerPanel.waitFor()
    await expect(panel.search).toBeFocused()
    await keyboard.type('nginx')
    await press(panel.pack('NGINX Ingress'))
    await expect(panel.version).toBeVisible()
    await press(panel.addButton('NGINX Ingress'))
    await expect(builder.layer('nginx')).toHaveAttribute('aria-selected', 'true')
    await expect(builder.stackTool('Add layer')).toBeFocused()
    await press(builder.part('Variables'))
    const variables = new BuilderVariables(page)
    await press(variables.add)
    await expect(variables.name).toBeFocused()
    await keyboard.type('nodes')
    await keyboard.press('Enter')
    await expect(variables.row('nodes')).toBeVisible()
    await expect(builder.state).toHaveText('2 changes')
    await press(builder.review)
    await tabTo(builder.saveWays.first())
    await expect(builder.way('Save as 1.1.0')).toBeChecked()
    await press(builder.dialog.getByRole('button', { name: 'Save as 1.1.0', exact: true }))
    await expect(profile.version).toHaveText('1.1.0')
    await expect(profile.heading).toBeFocused()
  })

  await test.step('compares it with the version before, and with a file', async () => {
    await pressInMenu(profile.moreActions, page.getByRole('menuitem', { name: 'Compare with…' }))
    const compare = new ComparePage(page)
    await expect(compare.heading).toBeFocused()
    await press(compare.change('Right'))
    await press(compare.found(name, '1.0.0'))
    await expect(compare.side('Right')).toHaveText(`${name} 1.0.0`)
    await press(compare.part('nodes'))
    await expect(compare.differences('nodes')).toBeVisible()
    await press(compare.change('Right'))
    await tabTo(compare.dialog.getByRole('button', { name: 'Upload file' }))
    const chooser = await chooseFileWithEnter(page)
    const brought = profileText({ name: 'brought', version: '3.0.0', packs: [helloPack()] })
    await chooser.setFiles({ name: 'brought.json', mimeType: 'application/json', buffer: Buffer.from(brought) })
    await expect(compare.side('Right')).toHaveText('brought 3.0.0')
    await press(compare.part('nginx'))
    await expect(compare.differences('nginx')).toBeVisible()
    await press(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name }))
    await expect(profile.heading).toBeFocused()
    await expect(profile.heading).toHaveText(name)
  })

  await test.step('publishes it', async () => {
    await pressInMenu(profile.moreActions, page.getByRole('menuitem', { name: 'Publish' }))
    await press(page.getByRole('dialog').getByRole('button', { name: 'Publish' }))
    await expect(frame.notice('The draft was published.')).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('clones it to another project', async () => {
    await pressInMenu(profile.moreActions, page.getByRole('menuitem', { name: 'Clone' }))
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Name')).toBeFocused()
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type(name)
    await tabTo(dialog.getByLabel('Scope'))
    await keyboard.type(project)
    await press(dialog.getByRole('button', { name: 'Clone' }))
    await expect(frame.scope).toContainText(project)
    await expect(profile.heading).toHaveText(name)
    await expect(profile.layers).toHaveCount(3)
    await expect(profile.emptyValues).toBeHidden()
  })
})
