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

/** Checks the current screen against the rules of WCAG 2.2 A and AA that a program can check. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, WCAG)
}

/** Switches the current screen to the dark theme and checks the one rule that a theme can break. */
export async function expectContrastInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  // The page gets the event a moment later.
  await page.waitForFunction(() => document.documentElement.style.colorScheme === 'dark')
  await expectNoViolation(page, CONTRAST)
}

async function expectNoViolation(page: Page, runOnly: RunOnly): Promise<void> {
  // Elements that are fading in do not have their final colour yet; endless animations are ignored.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // Collecting what passes, with a selector for each, would take twice as long. No page has frames to collect results
  // from.
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), {
    runOnly,
    resultTypes: ['violations'],
  } satisfies axe.RunOptions)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(found, 'rules of WCAG that are broken').toEqual([])
}

/** Scrolls to where a sticky bar at the end of the page covers nothing. */
export async function scrollToEnd(page: Page): Promise<void> {
  await page.getByRole('main').evaluate((main) => {
    for (let box: Element | null = main; box; box = box.parentElement) box.scrollTop = box.scrollHeight
  })
}

/** Checks that nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, [role="dialog"]')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.tagName} is ${element.scrollWidth - element.clientWidth} px too wide`),
    )
  await expect.poll(wider, 'what is wider than the page').toEqual([])
}

const MOST_STOPS = 80

/** Presses Tab until a control has the focus; every stop on the way must show its focus. */
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
      // A text editor shows its focus around its gutter too, two elements further out, and a moment later.
      const { parentElement } = focused
      const drawn = [focused, parentElement, parentElement?.parentElement].some(
        (element) =>
          element && [undefined, '::before', '::after'].some((part) => isDrawn(getComputedStyle(element, part))),
      )
      return drawn && focused.matches(':focus-visible') ? '' : focused.outerHTML.slice(0, 200)
    })
  await expect.poll(hidden, 'what has the focus without showing it').toBe('')
}

/** Checks that no head of a table runs into the next column. */
export async function expectHeadsFit(page: Page): Promise<void> {
  const wider = () =>
    page
      .getByRole('columnheader')
      .evaluateAll((heads) =>
        heads
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map(({ textContent }) => textContent),
      )
  await expect.poll(wider, 'heads of tables that are wider than their columns').toEqual([])
}
