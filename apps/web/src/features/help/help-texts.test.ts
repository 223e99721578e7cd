import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { HELP_PAGES } from '../../shared/navigation/paths.ts'
import { isHelpPage, pictureAt, readHelp } from './help-texts.ts'

it.each(HELP_PAGES)('the page %s ships with its pictures', async (page) => {
  const pictures = [...(await readHelp(page)).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path ?? '')
  expect(pictures.filter((path) => pictureAt(path) === undefined)).toEqual([])
})

it.each(HELP_PAGES)('the links of the page %s lead to files and headings that exist', async (page) => {
  const links = [...(await readHelp(page)).matchAll(/\]\(([\w-]+)\.md(?:#([\w-]+))?\)/g)]
  const broken = []
  for (const [link, file = '', heading] of links) {
    const isThere = existsSync(new URL(`../../../../../docs/${file}.md`, import.meta.url))
    const headings = isHelpPage(file) ? await headingsOf(file) : []
    if (!isThere || (heading !== undefined && !headings.includes(heading))) broken.push(link)
  }
  expect(broken).toEqual([])
})

const headingsOf = async (page: Parameters<typeof readHelp>[0]) =>
  [...(await readHelp(page)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(/\s/g, '-'),
  )
