import type { Hit } from '../hit.ts'
import { isTyped } from './rules/rule.ts'

/** The body after a heading that announces secrets under arbitrary names: `[tokens]`, `tokens { … }`. */
const SECTION =
  /^[ \t]{0,40}\[(?:[\w-]{1,40}[._-])?(?:secrets?|tokens|passwords?|credentials)\][ \t]{0,40}\r?\n([^[]{3,4000})|(?<![\w.-])(?:secrets|tokens|passwords|credentials)[ \t]{0,4}=?[ \t]{0,4}\{([^{}]{3,4000})\}/gim
const SETTING = /(?<![\w.-])[\w.-]{1,80}[ \t]{0,8}=[ \t]{0,8}["']?([^\s"'#;,{}]{8,512})/g

/** Finds secrets in INI sections and HCL blocks that contain nothing else. */
export function findInSections(text: string): Hit[] {
  if (!/(?:secrets?|tokens|passwords?|credentials)(?:\]|[ \t=]{0,9}\{)/i.test(text)) return []
  return [...text.matchAll(SECTION)].flatMap((section) => {
    const body = section[1] ?? section[2] ?? ''
    const from = section.index + section[0].lastIndexOf(body)
    return [...body.matchAll(SETTING)].flatMap((setting): Hit[] => {
      const value = setting[1] ?? ''
      if (!isTyped(value)) return []
      const end = from + setting.index + setting[0].length
      return [{ start: end - value.length, end, reason: 'structure', strength: 'likely' }]
    })
  })
}
