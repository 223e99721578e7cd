import { parseArgs } from 'node:util'
import { halfOf, readSecretTexts, readSlots, type LabelledFile, type Score, type Slots } from './corpora.ts'
import { maskAsExported } from './mask-as-exported.ts'
import { findWithOtherTools } from './other-tools.ts'
import { ownTexts } from '../../packages/secret-finder/src/testing/own-texts.ts'

interface Row {
  what: string
  half: string
  found: number
  of: number
  falseMasks?: number
  files?: number
}

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((each) => each !== 'masking'),
  options: {
    list: { type: 'string' },
    /** The pack's default values are known, as they are if its registry is. */
    defaults: { type: 'boolean', default: true },
    seeds: { type: 'string', default: '1' },
  },
  allowNegative: true,
})
const lines: string[] = []
const say = (half: string, line: string): void => {
  if (options.list === 'all' || options.list === half) lines.push(line)
}

const rows = [...(await ourTexts()), ...(await secretTexts()), ...(await labelledFiles())]
process.stdout.write(lines.map((line) => `${line}\n`).join(''))
process.stdout.write(`${table(rows)}\n`)

/** Our own texts, including those that are known to be judged wrongly. */
async function ourTexts(): Promise<Row[]> {
  const secret = [...ownTexts('secret'), ...ownTexts('unfound')]
  const harmless = [...ownTexts('harmless'), ...ownTexts('masked-wrongly')]
  const masked = await maskAsExported(secret.map(({ text }) => text))
  const kept = await maskAsExported(harmless.map(({ text }) => text))
  const isFound = (at: number, secrets: readonly string[]) => !secrets.some((each) => masked[at]?.text.includes(each))
  const found = secret.filter(({ secrets }, at) => isFound(at, secrets)).length
  const falseMasks = harmless.filter(({ text }, at) => kept[at]?.text !== text).length
  const files = ownTexts('whole')
  const exported = await maskAsExported(files.map(({ text }) => text))
  const filled = files.flatMap(({ secrets }, at) => secrets.map((each) => !exported[at]?.text.includes(each)))
  return [
    { what: 'own texts', half: 'all', found, of: secret.length, falseMasks, files: harmless.length },
    {
      what: 'own files',
      half: 'all',
      found: filled.filter(Boolean).length,
      of: filled.length,
    },
  ]
}

async function secretTexts(): Promise<Row[]> {
  const cases = readSecretTexts()
  if (cases.length === 0) return []
  const exported = await maskAsExported(cases.map(({ text }) => text))
  const left = cases.filter(({ secret }, at) => {
    const { text = '', file = '' } = exported[at] ?? {}
    const forms = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64'),
    ]
    return forms.some((form) => `${text}\n${file}`.includes(form))
  })
  for (const each of left) say(halfOf(each.id), `readable  ${each.id}\n${each.text.slice(0, 400)}`)
  const others = findWithOtherTools(cases.map(({ text }) => text)).map(({ name, found }) => ({
    what: `texts, ${name}`,
    half: 'all',
    found,
    of: cases.length,
  }))
  const own = ['tuned', 'held-out'].map((half) => {
    const of = cases.filter(({ id }) => halfOf(id) === half).length
    const missed = left.filter(({ id }) => halfOf(id) === half).length
    return { what: 'texts', half, found: of - missed, of }
  })
  return [...own, ...others]
}

async function labelledFiles(): Promise<Row[]> {
  const slots = await readSlots()
  if (!slots) return []
  const files = slots.loadLabels()
  const scores = [...(await shipped(slots, files)), ...(await filled(slots, files))]
  for (const score of scores) sayScore(score)
  return ['packs', 'values'].flatMap((kind) =>
    (['shipped', 'filled'] as const).flatMap((variant) =>
      ['tuned', 'held-out'].map((half) => {
        const of = scores.filter(
          (score) => score.variant === variant && score.file.includes(`/${kind}/`) && halfOf(score.file) === half,
        )
        const secrets = sum(of, ({ secrets: count }) => count)
        return {
          what: `${kind} ${variant}`,
          half,
          found: secrets - sum(of, ({ misses }) => misses.length),
          of: secrets,
          falseMasks: sum(of, ({ falseMasks, commentFalseMasks }) => falseMasks.length + commentFalseMasks.length),
          files: of.length,
        }
      }),
    ),
  )
}

async function shipped(slots: Slots, files: readonly LabelledFile[]): Promise<Score[]> {
  const exported = await maskAsExported(
    files.map(({ text }) => text),
    shippedBy(files),
  )
  return files.map((file, at) => slots.score({ ...file, exported: exported[at]?.text ?? '' }))
}

async function filled(slots: Slots, files: readonly LabelledFile[]): Promise<Score[]> {
  const scores: Score[] = []
  for (let seed = 1; seed <= Number(options.seeds); seed += 1) {
    const inputs = files.map(({ text, labels, file }) => slots.fill(text, labels, { seed, file }))
    const exported = await maskAsExported(
      inputs.map(({ text }) => text),
      shippedBy(files),
    )
    files.forEach((file, at) => {
      const { text: input = '', injected } = inputs[at] ?? {}
      scores.push(slots.score({ ...file, input, injected, exported: exported[at]?.text ?? '' }))
    })
  }
  return scores
}

/** The default values of the packs. */
function shippedBy(files: readonly LabelledFile[]): (at: number) => string | undefined {
  return (at) => (options.defaults && files[at]?.file.includes('/packs/') ? files[at].text : undefined)
}

function sayScore({ file, variant, misses, falseMasks, commentFalseMasks, unparsable }: Score): void {
  const half = halfOf(file)
  const at = `${file.replace('corpus/', '')} ${variant}`
  for (const { path, form, secret } of misses)
    say(half, `miss  ${at} ${path.slice(1).join('.')} ${form} ${JSON.stringify(secret)}`)
  for (const { path, was, now } of falseMasks)
    say(half, `false ${at} ${path.slice(1).join('.')} ${JSON.stringify(was)} -> ${JSON.stringify(now)}`)
  for (const comment of commentFalseMasks) say(half, `false ${at} comment ${comment}`)
  if (unparsable) say(half, `broken ${at}`)
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

function table(all: readonly Row[]): string {
  return all
    .map(
      ({ what, half, found, of, falseMasks, files }) =>
        `${what.padEnd(24)} ${half.padEnd(9)} ${String(found).padStart(4)} of ${String(of).padEnd(4)} ${((100 * found) / Math.max(1, of)).toFixed(1).padStart(5)} %  ` +
        (falseMasks === undefined ? '' : `${falseMasks} false in ${files} files`),
    )
    .join('\n')
}
