import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { account } from '../../access.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { signIn } from '../../sign-in.ts'

async function openWizard(page: Page, accountOf: typeof account): Promise<ImportWizard> {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  return new ImportWizard(page).open(await projectPath(admin))
}

const WRONG_FILES: readonly { kind: string; name: string; content: string | Buffer; says: RegExp }[] = [
  {
    kind: 'JSON with a mistake',
    name: 'p.json',
    content: '{\n  "metadata": {,}\n}',
    says: /Line 2, column 16.*not valid JSON/,
  },
  {
    kind: 'a Helm chart',
    name: 'Chart.yaml',
    content: 'apiVersion: v2\nname: web\nversion: 1.0.0\nappVersion: "1"\n',
    says: /This is a Helm chart/,
  },
  {
    kind: 'a Terraform state',
    name: 'terraform.tfstate',
    content: '{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","resources":[]}',
    says: /This is a Terraform state/,
  },
  {
    kind: 'a Kubernetes manifest',
    name: 'pod.yaml',
    content: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n',
    says: /This is a Kubernetes manifest/,
  },
  {
    kind: 'UTF-16',
    name: 'p.json',
    content: Buffer.from('\ufeff{"metadata":{}}', 'utf16le'),
    says: /encoded as UTF-16.*save it as UTF-8/,
  },
  { kind: 'gzip', name: 'p.json.gz', content: gzipSync('{}'), says: /The file is .*gzip.*; unpack it/i },
  {
    kind: 'a picture',
    name: 'p.png',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
    says: /The file is a PNG picture; choose the exported/,
  },
  { kind: 'nothing', name: 'empty.json', content: '', says: /The file is empty/ },
]

for (const { kind, name, content, says } of WRONG_FILES) {
  test(`a file of ${kind} is recognised as such`, async ({ page, accountOf }) => {
    const wizard = await openWizard(page, accountOf)
    await wizard.uploadFile.upload({ name, content })
    await expect(wizard.uploadFile.refusal).toBeVisible()
    await expect(wizard.uploadFile.problems.first()).toContainText(says)
    await wizard.tryNext()
    await expect(wizard.step).toHaveText('Upload file')
  })
}

test('a file that is too large is refused with the limit', async ({ page, accountOf }, testInfo) => {
  const path = testInfo.outputPath('large.json')
  await writeFile(path, Buffer.alloc(17 * 1024 * 1024, ' '))
  const wizard = await openWizard(page, accountOf)
  await wizard.uploadFile.input.setInputFiles(path)
  await expect(wizard.uploadFile.problems).toContainText('The file has 17 MB; 16 MB are allowed')
})

test('all problems of a file are reported at once, each with its place', async ({ page, accountOf }) => {
  const wizard = await openWizard(page, accountOf)
  const pack = JSON.stringify(helloPack()).replace('"layer":"addon"', '"layer":"roof"').replace('{', '{\n"values":"",')
  const content = `{"metadata":{"name":"wrong"},"spec":{"version":"1.x","template":{"type":"add-on","cloudType":"all","packs":[${pack}]}}}`
  await wizard.uploadFile.upload({ name: 'wrong.json', content })
  const problems = wizard.uploadFile.problems
  await expect(problems.filter({ hasText: /Line 2, column .*The key "values" appears twice/ })).toBeVisible()
  await expect(problems.filter({ hasText: /spec\.version.*not a semantic version/ })).toBeVisible()
  await expect(problems.filter({ hasText: /layer.*This layer is not known; it must be one of/ })).toBeVisible()
})

test('a mistake is corrected in the editor, at the place of the problem', async ({ page, accountOf, scratch }) => {
  const name = scratch.profileName('corrected', accountOf('dev', 'project-admin'))
  const wizard = await openWizard(page, accountOf)
  await wizard.uploadFile.upload({ name: 'p.json', content: profileText({ name }).replace('{', '{,') })
  await page.getByRole('button', { name: /^Line 1, column \d$/ }).click()
  await expect(wizard.uploadFile.editor).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect(wizard.uploadFile.summary).toContainText(`Cluster profile ${name} 1.0.0`)
  await expect(wizard.uploadFile.file).toContainText('edited here')
})

test('a YAML file is accepted', async ({ page, accountOf }) => {
  const wizard = await openWizard(page, accountOf)
  const content = `metadata:\n  name: from-yaml\nspec:\n  version: 1.0.0\n  template:\n    type: add-on\n    cloudType: all\n    packs:\n      - ${JSON.stringify(helloPack())}\n  variables: []\n`
  await wizard.uploadFile.upload({ name: 'from-yaml.yaml', content })
  await expect(wizard.uploadFile.summary).toContainText('from-yaml 1.0.0, 1 layer, 0 variables, exported as YAML')
})

test('a text is pasted', async ({ page, accountOf }) => {
  const wizard = await openWizard(page, accountOf)
  await wizard.uploadFile.pasteText(profileText({ name: 'pasted' }))
  await expect(wizard.uploadFile.summary).toContainText('pasted 1.0.0')
  await expect(wizard.uploadFile.file).toContainText('Pasted text')
})

test('a file is dropped', async ({ page, accountOf }) => {
  const wizard = await openWizard(page, accountOf)
  await wizard.uploadFile.drop({ name: 'dropped.json', content: profileText({ name: 'dropped' }) })
  await expect(wizard.uploadFile.summary).toContainText('dropped 1.0.0')
})

test('when two files are dropped, the first one is accepted, and the page says so', async ({ page, accountOf }) => {
  const wizard = await openWizard(page, accountOf)
  const web = { name: 'web.json', content: profileText({ name: 'web' }) }
  const edge = { name: 'edge.json', content: profileText({ name: 'edge' }) }
  await wizard.uploadFile.drop(web, edge)
  await expect(wizard.uploadFile.summary).toContainText('web 1.0.0')
  await expect(wizard.uploadFile.file).toContainText('Only web.json was taken: one file is imported at a time.')
  await wizard.uploadFile.drop(edge)
  await expect(wizard.uploadFile.summary).toContainText('edge 1.0.0')
  await expect(wizard.uploadFile.file).not.toContainText('was taken')
})
