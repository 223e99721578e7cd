import type { Locator, Page } from '@playwright/test'
import axe, { type RunOnly } from 'axe-core'
import { expect } from './fixtures.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const WCAG: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
const CONTRAST: RunOnly = { type: 'rule', values: ['color-contrast'] }

/** Holds what is on the screen now against the rules of WCAG 2.2 A and AA that a machine can judge. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, WCAG)
}

/** Puts what is on the screen into the dark theme and holds it against the one rule that a theme can break. */
export async function expectContrastInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  // The page hears of it a moment later.
  await page.waitForFunction(() => document.documentElement.style.colorScheme === 'dark')
  await expectNoViolation(page, CONTRAST)
}

async function expectNoViolation(page: Page, runOnly: RunOnly): Promise<void> {
  // What fades in has no colour of its own yet; what turns for ever is no such thing.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // To list what passes, with a selector for each, would take as long again. No page has frames to gather results from.
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), {
    runOnly,
    resultTypes: ['violations'],
  } satisfies axe.RunOptions)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(found, 'rules of WCAG that are broken').toEqual([])
}

/** Where a bar that sticks to the end of the page covers nothing. */
export async function scrollToEnd(page: Page): Promise<void> {
  await page.getByRole('main').evaluate((main) => {
    for (let box: Element | null = main; box; box = box.parentElement) box.scrollTop = box.scrollHeight
  })
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, [role="dialog"]')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.tagName} is ${element.scrollWidth - element.clientWidth} px too wide`),
    )
  await expect.poll(wider).toEqual([])
}

const MOST_STOPS = 80

/** Walks with Tab until a control has the focus; on the way every stop must show that it has it. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    await expectVisibleFocus(page)
    if (await target.evaluate((element) => element.matches(':focus'))) return
  }
  throw new Error(`${target.toString()} is not reached by the keyboard`)
}

async function expectVisibleFocus(page: Page): Promise<void> {
  const hidden = () =>
    page.evaluate(() => {
      let focused = document.activeElement
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
      if (!focused || focused === document.body) return ''
      const isDrawn = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      // A text editor shows it around its gutter too, two elements further out, and a moment later.
      const { parentElement } = focused
      const drawn = [focused, parentElement, parentElement?.parentElement].some(
        (element) =>
          element && [undefined, '::before', '::after'].some((part) => isDrawn(getComputedStyle(element, part))),
      )
      return drawn && focused.matches(':focus-visible') ? '' : focused.outerHTML.slice(0, 200)
    })
  await expect.poll(hidden, 'what has the focus without showing it').toBe('')
}
