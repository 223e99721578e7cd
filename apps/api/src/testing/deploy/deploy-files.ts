import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import type { z } from 'zod'

const folder = resolve(import.meta.dirname, '../../../../../deploy')
const chart = 'helm/waybill'

export const readDeployed = (path: string): string => readFileSync(join(folder, path), 'utf8')

export const readYaml = <T>(path: string, schema: z.ZodType<T>): T => schema.parse(load(readDeployed(path)))

export const templateNames = readdirSync(join(folder, chart, 'templates')).filter((name) => name.endsWith('.yaml'))

export const readTemplate = (name: string) => readDeployed(`${chart}/templates/${name}`)

/** A Helm template as YAML: lines that only control Helm are removed, and values are placeholders. */
export function readSkeleton<T>(name: string, schema: z.ZodType<T>): T {
  const lines = readTemplate(name)
    .split('\n')
    .filter((line) => !/^\s*\{\{-.*\}\}$/.test(line))
  return schema.parse(load(lines.join('\n').replaceAll(/"?\{\{.*?\}\}"?/g, 'filled')))
}

/** Paths below `.Values` that a template uses. */
export const valuesIn = (template: string): string[] =>
  Array.from(template.matchAll(/\.Values\.([\w.]+)/g), ([, path = '']) => path)
