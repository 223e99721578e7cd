import type { Locator } from '@playwright/test'

interface ClickOptions {
  button?: 'left' | 'right'
}

/** Clicks on a piece of a text that stands in one line with others, as in an editor. */
export async function clickText(editor: Locator, text: string, { button = 'left' }: ClickOptions = {}): Promise<void> {
  const line = editor.locator('div').filter({ hasText: text }).last()
  await line.scrollIntoViewIfNeeded()
  const { x, y } = await line.evaluate((element, wanted) => {
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
  await editor.page().mouse.click(x, y, { button })
}
