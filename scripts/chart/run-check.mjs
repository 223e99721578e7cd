// Debian and npm have no Helm: deploy/README.md says where to get it.
import { load, loadAll } from 'js-yaml'
import { Deployment } from 'kubernetes-models/apps/v1'
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1'
import { Service, ServiceAccount } from 'kubernetes-models/v1'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main, root, run, StepError } from '../processes.mjs'
import { turnedOn, refused } from './chart-values.mjs'

const KINDS = { Deployment, Ingress, NetworkPolicy, PodDisruptionBudget, Service, ServiceAccount }
const chart = join(root, 'deploy/helm/waybill')
const helm = process.env.HELM_BINARY ?? 'helm'
const { kubeVersion } = load(readFileSync(join(chart, 'Chart.yaml'), 'utf8'))
const oldest = kubeVersion.match(/[\d.]+/)[0]

await main(async () => {
  const found = await run(helm, ['version'], { quiet: true })
  if (found.code !== 0) throw new StepError(`No Helm: ${found.output}deploy/README.md says where one comes from.`)
  const folder = mkdtempSync(join(tmpdir(), 'waybill-chart-'))
  try {
    await renders('as it comes', {}, folder)
    await renders('with what is off by default', turnedOn, folder)
    for (const [what, values] of Object.entries(refused)) await refuses(what, values, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

async function renders(what, values, folder) {
  const linted = await runHelm(['lint', '--strict', chart], values, folder)
  if (linted.code !== 0) throw new StepError(`Helm's lint refuses the chart ${what}:\n${linted.output}`)
  const { code, output } = await runHelm(['template', 'tried', chart], values, folder)
  if (code !== 0) throw new StepError(`Helm cannot render the chart ${what}:\n${output}`)
  const objects = loadAll(output)
  for (const object of objects) holdToSchema(object)
  process.stdout.write(`${what}: ${objects.map(({ kind }) => kind).join(', ')}\n`)
}

/** @throws {StepError} if Kubernetes would not accept the object, or if there is no schema for it */
function holdToSchema(object) {
  const Model = KINDS[object.kind]
  if (!Model) throw new StepError(`No schema of ${object.kind} is named in scripts/chart/run-check.mjs`)
  try {
    new Model(object).validate()
  } catch (error) {
    throw new StepError(`Kubernetes would not take the ${object.kind}: ${error.message}`)
  }
}

async function refuses(what, values, folder) {
  const { code } = await runHelm(['template', 'tried', chart], values, folder)
  if (code === 0) throw new StepError(`The chart takes ${what}`)
  process.stdout.write(`refused: ${what}\n`)
}

async function runHelm(args, values, folder) {
  const file = join(folder, 'values.yaml')
  writeFileSync(file, JSON.stringify(values))
  return run(helm, [...args, '--values', file, '--kube-version', oldest], { quiet: true })
}
