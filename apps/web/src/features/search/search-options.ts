import type { SearchResultsBody } from '@waybill/api-contract'
import { paths, projectPath, TENANT_PATH } from '../../shared/navigation/paths.ts'
import type { Scope } from '../../shared/session/scope.ts'
import type { Place } from './search-places.ts'

export interface Option {
  key: string
  group: string
  name: string
  note: string
  to: string
}

type Found = SearchResultsBody['items'][number]

const GROUPS = {
  profile: 'Profiles',
  pack: 'Packs',
  macro: 'Macros',
  person: 'People',
  page: 'Pages',
  action: 'Actions',
}

/** All results, group by group. */
export const optionsOf = (scope: Scope, found: readonly Found[], places: readonly Place[]): readonly Option[] => [
  ...found.map((item) => ({
    key: `${item.kind}-${item.uid}`,
    group: GROUPS[item.kind],
    name: item.name,
    note: noteOf(scope, item),
    to: addressOf(scope, item),
  })),
  ...(['page', 'action'] as const).flatMap((kind) =>
    places
      .filter((place) => place.kind === kind)
      .map(({ name, to }) => ({ key: `${kind}-${to}`, group: GROUPS[kind], name, note: '', to })),
  ),
]

function noteOf(scope: Scope, { kind, name, note, project }: Found): string {
  if (kind === 'person') return note === name ? '' : note
  return isElsewhere(scope, project) ? `${note} in ${project.name}` : note
}

const isElsewhere = (scope: Scope, project: Found['project']): project is NonNullable<Found['project']> =>
  project !== null && project.uid !== scope.uid

function addressOf(scope: Scope, { kind, uid, note, project }: Found): string {
  switch (kind) {
    case 'profile':
      return paths.profile(isElsewhere(scope, project) ? projectPath(project.uid) : scope, uid)
    case 'pack':
      return paths.pack(scope, uid)
    case 'macro':
      return paths.macros(note === 'tenant' ? TENANT_PATH : scope)
    case 'person':
      return paths.person(uid)
  }
}
