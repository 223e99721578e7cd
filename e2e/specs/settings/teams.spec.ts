import { baseUrl } from '../../access.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { PersonPage } from '../../pages/settings/people.page.ts'
import { ProjectsPage } from '../../pages/settings/projects.page.ts'
import { RolePage, RolesPage } from '../../pages/settings/roles.page.ts'
import { TeamsPage } from '../../pages/settings/teams.page.ts'
import { prepareInvited, preparePerson } from '../../content/prepare-person.ts'
import { signIn } from '../../sign-in.ts'

const PASSWORD = 'a password of the flows'

test('a role is made of permissions, given to a team, and applies to its members until it is changed', async ({
  page,
  browser,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const [roleName, teamName] = [scratch.nameOf('role', admin), scratch.nameOf('team', admin)]
  const them = await preparePerson(admin, { email: scratch.email('member', admin), password: PASSWORD, roles: [] })
  await signIn(page, admin)

  const form = await (await new RolesPage(page).open()).add()
  await form.save.click()
  await expect(form.name).toHaveAccessibleDescription(/^Enter a name\./)
  await form.name.fill(roleName)
  await form.search.fill('macros')
  await form.permission('Macros: list').check()
  await form.permission('Macros: read').check()
  await form.search.fill('')
  await form.permission('Packs and registries: all').check()
  await expect(form.chosen).toHaveText(/^4 of/)
  await expectAccessible(page)
  await form.save.click()
  const role = await new RolePage(page).shown(roleName)
  await expect(role.allows.getByRole('row').filter({ hasText: 'Macros' })).toContainText('list, read')

  const team = await (await new TeamsPage(page).open()).add(teamName)
  await team.addMember(them.email)
  await expect(team.members).toContainText(them.email)
  await team.changeRoles('Default', { [roleName]: true })
  await expect(new Frame(page).notice(/in Default saved/)).toBeVisible()
  await expectAccessible(page)

  const theirs = await (await browser.newContext()).newPage()
  await signIn(theirs, { ...admin, ...them })
  await theirs.goto('/')
  await expect(new Frame(theirs).menu.getByRole('link', { name: 'Macros' })).toBeVisible()
  await expect(new Frame(theirs).menu.getByRole('link', { name: 'Profiles', exact: true })).toHaveCount(0)

  const person = await new PersonPage(page).open(them.uid)
  await expect(person.accessRow('Default', 'Macros')).toContainText(`${roleName}, by the team ${teamName}`)

  const changed = await (await (await new RolesPage(page).open(`?kind=own`)).openRole(roleName)).edit()
  await changed.permission('Macros: list').uncheck()
  await changed.permission('Macros: read').uncheck()
  await changed.save.click()
  await role.shown(roleName)
  await expect(role.holders).toContainText(teamName)
  const scope = theirs.url().split('/projects/')[1]?.split('/')[0] ?? ''
  const macros = `${baseUrl()}/v1/projects/${scope}/macros`
  expect((await theirs.request.get(macros, { headers: { ProjectUid: scope } })).status()).toBe(403)

  await role.action('Delete').click()
  await expect(role.dialog).toContainText('taken from 1 team')
  await role.dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(new RolesPage(page).heading).toBeVisible()
  expect((await theirs.request.get(macros, { headers: { ProjectUid: scope } })).status()).toBe(404)
  await theirs.context().close()
})

test('a built-in role cannot be changed, but can be cloned', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const name = scratch.nameOf('role', admin)
  await signIn(page, admin)
  const viewer = await (await new RolesPage(page).open('?search=project viewer')).openRole('Project Viewer')
  await expect(viewer.action('Edit')).toHaveAttribute('aria-disabled', 'true')
  const form = await viewer.clone()
  await expect(form.name).toHaveValue('Project Viewer (copy)')
  await form.name.fill('Project Viewer')
  await form.save.click()
  await expect(form.name).toHaveAccessibleDescription(/already exists/)
  await form.name.fill(name)
  await form.save.click()
  await expect((await new RolePage(page).shown(name)).allows).toContainText('Cluster profiles')
})

test('a project is added, renamed, and deleted with its content only after that is confirmed', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const name = scratch.nameOf('project', admin)
  await signIn(page, admin)
  const projects = await new ProjectsPage(page).open()
  await projects.add(name, 'Made by a flow')
  await expect(projects.row(name)).toContainText('Made by a flow')
  await projects.action(name, 'Edit').click()
  await projects.name.fill(`${name} renamed`)
  await expectAccessible(page)
  await projects.answer('Save').click()
  const renamed = `${name} renamed`
  const href = await projects.row(renamed).getByRole('link').getAttribute('href')
  const uid = href?.split('/')[2] ?? ''
  const made = await page.request.post(`${baseUrl()}/v1/projects/${uid}/macros`, {
    headers: { ProjectUid: uid, Origin: baseUrl() },
    data: { macros: [{ name: 'region', value: 'north' }] },
  })
  expect(made.status()).toBe(204)
  await projects.action(renamed, 'Delete').click()
  await expect(projects.dialog).toContainText('It holds 1 macro.')
  await expect(projects.answer('Delete')).toBeDisabled()
  await expectAccessible(page)
  await projects.dialog.getByRole('checkbox', { name: 'Delete 1 macro as well' }).check()
  await projects.answer('Delete').click()
  await expect(projects.row(renamed)).toHaveCount(0)
  await expect(projects.action('Default', 'Delete')).toHaveAttribute('aria-disabled', 'true')
})

test('roles, teams and projects fit on a phone', async ({ page, accountOf, scratch }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const admin = accountOf('dev', 'tenant-admin')
  const uid = await prepareInvited(admin, { email: scratch.email('phone', admin), roles: ['Tenant Viewer'] })
  await signIn(page, admin)
  const team = await (await new TeamsPage(page).open()).add(scratch.nameOf('team', admin))
  await expectNoSidewaysScroll(page)
  await team.addMembers.click()
  await expect(team.dialog.getByRole('checkbox').first()).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.keyboard.press('Escape')
  for (const path of ['roles', 'roles/add', 'projects', `people/${uid}`]) {
    await page.goto(`/tenant/settings/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
  }
})
