import { expect, type Locator } from '@playwright/test'

interface ClickOptions {
  button?: 'left' | 'right'
}

/** Clicks on a part of a line of text, as in an editor. */
export async function clickText(editor: Locator, text: string, { button = 'left' }: ClickOptions = {}): Promise<void> {
  // An editor redraws its lines while it loads a text.
  await expect(async () => {
    const { x, y } = await placeOf(editor.locator('div').filter({ hasText: text }).last(), text)
    await editor.page().mouse.click(x, y, { button })
  }).toPass()
}

async function placeOf(line: Locator, text: string): Promise<{ x: number; y: number }> {
  await line.scrollIntoViewIfNeeded()
  return line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    throw new Error('The text is cut in pieces')
  }, text)
}
