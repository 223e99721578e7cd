import { connect, projectPath } from '../../connect.ts'
import { exportedText } from '../../content/demo-files.ts'
import { secretsIn } from '../../content/demo-secrets.ts'
import { expect, test } from '../../fixtures.ts'
import { HomePage } from '../../pages/home.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'

test('a profile is copied from Stage to Dev without its secrets', async ({ page, accountOf, scratch }) => {
  test.slow()
  const stageAdmin = accountOf('stage', 'tenant-admin')
  const devAdmin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('aws-production', devAdmin)
  const macro = scratch.macroName('domain', devAdmin)
  const stage = await connect(stageAdmin, 'tenant')
  const secrets = await secretsIn(stage)
  expect(secrets.size, 'the demo holds secrets').toBeGreaterThan(0)
  const frame = new Frame(page)
  const list = new ProfileList(page)

  const exported = await test.step('the tenant admin of Stage exports it', async () => {
    await (await new SignInPage(page).open()).signInAs(stageAdmin)
    await expect(new HomePage(page).heading).toBeVisible()
    await frame.openFromMenu('Profiles')
    await expect(list.heading).toBeVisible()
    const profile = await list.openProfile('aws-production')
    await expect(profile.heading).toHaveText('aws-production')
    await profile.openVersion('1.1.0')
    const dialog = await profile.openExport()
    const file = await dialog.export()
    await expect(frame.notice('aws-production-1.1.0.json exported, 2 values masked.')).toBeVisible()
    return file
  })
  expect(exported.name).toBe('aws-production-1.1.0.json')
  expect(JSON.parse(exported.text)).toMatchObject({ metadata: { name: 'aws-production' }, spec: { version: '1.1.0' } })
  expect(exported.text).toContain('dbPassword: \\"********\\"')
  expect([...secrets].filter((secret) => exported.text.includes(secret))).toEqual([])

  await test.step('an older version is in Dev already', async () => {
    const older = (await exportedText(stage, 'aws-production', '1.0.0'))
      .replaceAll('aws-production', name)
      .replaceAll('macro.domain', 'macro.region')
      .replaceAll('1.57.1', '1.46.0')
    const masks = { dbPassword: 'a-value-of-dev', authToken: 'another-value-of-dev' }
    const filled = Object.entries(masks).reduce(
      (text, [key, value]) => text.replace(`${key}: \\"********`, `${key}: \\"${value}`),
      older,
    )
    await prepareProfile(devAdmin, filled, { remainingMasks: 'leave-empty' })
  })

  await test.step('the project admin of Dev settles what does not fit', async () => {
    const signIn = await frame.signOut()
    await signIn.signInAs(devAdmin)
    await expect(new HomePage(page).heading).toBeVisible()
    await page.goto(`${await projectPath(devAdmin)}/profiles`)
    const wizard = await list.openImport()
    await expect(wizard.target).toHaveText(`Importing into ${devAdmin.tenant.name} ▸ ${devAdmin.project.name}`)
    const content = exported.text.replaceAll('macro.domain', `macro.${macro}`)
    await wizard.uploadFile.upload({ name: exported.name, content })
    await expect(wizard.uploadFile.summary).toContainText(
      'Cluster profile aws-production 1.1.0, 5 layers, 2 variables, exported as JSON',
    )
    await wizard.next.click()
    await expect(wizard.validate.verdict).toContainText('4 problems to fix')
    await wizard.validate.rename(name)
    await wizard.validate.takeVersion('csi-aws-ebs', '1.46.0')
    await wizard.validate.createMacro(macro, 'dev.example')
    await wizard.validate.keep('manifests.hello-universe.dbPassword')
    await wizard.validate.leaveEmpty('manifests.hello-universe.authToken')
    await expect(wizard.validate.verdict).toContainText('Ready to import')
    await wizard.next.click()

    await expect(wizard.step).toHaveText('Select Repositories')
    await expect(wizard.selectRepositories.repositoryOf('kubernetes')).toHaveValue(/.+/)
    await wizard.selectRepositories.forAllFrom('Public Repo').selectOption({ label: 'Palette Registry' })
    await expect(
      wizard.selectRepositories.repositoryOf('kubernetes').getByRole('option', { selected: true }),
    ).toHaveText('Palette Registry (OCI registry)')
    await wizard.next.click()

    await expect(wizard.confirm.differences).toContainText(`Differences from ${name} 1.0.0 here`)
    await expect(wizard.confirm.summary).toContainText(`${macro} in the project`)
    await expect(wizard.confirm.summary).toContainText('kubernetes 1.33.6 from Palette Registry')
    await wizard.confirm.publish.check()
    await wizard.confirm.submit.click()
    await expect(wizard.confirm.imported(`${name} 1.1.0`)).toBeVisible()
  })

  await test.step('it is listed, opens and exports again', async () => {
    await frame.openFromMenu('Profiles')
    await frame.topMenu.getByRole('link', { name: 'Cluster Profiles' }).click()
    await expect(list.row(name)).toContainText('1.1.0')
    await expect(list.row(name)).toContainText('Published')
    const profile = await list.openProfile(name)
    await profile.layer('hello-universe').click()
    await expect(profile.text('Values of hello-universe')).toContainText(`{{ .spectro.macro.${macro} }}`)
    await expect(profile.masks).toHaveCount(1)
    await profile.openTab('Imports')
    await expect(page.getByRole('article')).toContainText(`Renamed from aws-production`)
    const dialog = await profile.openExport()
    const again = await dialog.export()
    expect(again.name).toBe(`${name}-1.1.0.json`)
    expect(again.text).not.toContain('a-value-of-dev')
  })
})
