import { describe, expect, test } from 'vitest'
import css from './code.css?raw'

function coloursOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--yaml-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]))
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const inks = ['text', 'key', 'string', 'literal', 'comment', 'meta', 'punctuation', 'invalid', 'link']
const papers = [
  'background',
  'gutter',
  'selection',
  'active-line',
  'match',
  'added',
  'added-strong',
  'removed',
  'removed-strong',
  'masked',
]

describe.each([
  ['light', '.yaml-code'],
  ['dark', '.pf-v6-theme-dark .yaml-code'],
])('%s colours of texts', (_theme, selector) => {
  const colours = coloursOf(selector)
  test.each(inks)('%s has a contrast of 4.5 or more on every background', (ink) => {
    const pale = papers.filter((paper) => contrast(colours.get(ink) ?? '', colours.get(paper) ?? '') < 4.5)
    expect(pale).toEqual([])
  })
})
