import type { ProfileDocument } from './document.ts'
import type { Limits } from './limits.ts'
import { listTexts } from './plan-texts.ts'
import type { Problem } from './problems.ts'
import { checkYamlText } from './yaml-check.ts'

/** Holds every YAML text of the layers to YAML and to the limits; a text that stands in several layers is read once. */
export function checkTexts(packs: ProfileDocument['packs'], limits: Limits): Problem[] {
  const checked = new Map<string, Problem[]>()
  return listTexts(packs).flatMap(({ text, path }) => {
    const known = checked.get(text)
    if (known !== undefined) return known.map((problem) => ({ ...problem, path }))
    const problems = checkYamlText(text, path, limits)
    checked.set(text, problems)
    return problems
  })
}
