import { HELP_PAGES, type HelpPage } from '../../shared/navigation/paths.ts'

// The files of the repository themselves: what ships is what was reviewed, and the help needs no network.
const texts = import.meta.glob<string>(
  '../../../../../docs/{getting-started,moving-profiles,masking,editing,updating-packs,comparing,registries,people,single-sign-on,audit}.md',
  { query: '?raw', import: 'default' },
)
const pictures = import.meta.glob<string>('../../../../../docs/images/*-light-1280.png', {
  query: '?url',
  import: 'default',
  eager: true,
})
const DOCS = '../../../../../docs/'

export const isHelpPage = (name: string): name is HelpPage => HELP_PAGES.some((page) => page === name)

/** The Markdown of a page. */
export async function readHelp(page: HelpPage): Promise<string> {
  const read = texts[`${DOCS}${page}.md`]
  if (!read) throw new Error(`docs/ has no page ${page}`)
  return read()
}

/** Where a picture of `docs/` is served; undefined if there is no such picture. */
export const pictureAt = (path: string): string | undefined => pictures[`${DOCS}${path}`]

/** Titles of the pages, in reading order. */
export const HELP_TITLES: Readonly<Record<HelpPage, { title: string; about: string }>> = {
  'getting-started': {
    title: 'Getting started',
    about: 'Profiles, layers, packs, registries, projects and macros, and where to find each.',
  },
  'moving-profiles': { title: 'Moving a profile', about: 'From one environment to another, step by step.' },
  masking: { title: 'Masking', about: 'What is masked, what is not, how to mark and how to check.' },
  editing: {
    title: 'Building and changing profiles',
    about: 'Layers, values, manifests and variables, and how they are saved.',
  },
  'updating-packs': { title: 'Updating packs', about: 'New versions of packs, merged with your values.' },
  comparing: { title: 'Comparing', about: 'Versions, profiles and files, side by side.' },
  registries: { title: 'Registries and packs', about: 'Where packs come from, and what to do when they are missing.' },
  people: { title: 'People, teams, roles and keys', about: 'Who may do what, and why.' },
  'single-sign-on': { title: 'Single sign-on', about: 'Signing in with the provider of your organisation.' },
  audit: { title: 'The audit log', about: 'Who did what, when and from where.' },
}
