import type { HomeBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { HomeCard } from './home-card.tsx'

/** Named as in the filter of the list; the most severe first. */
const STATES = [
  { state: 'invalid', one: 'profile has a layer without its pack', more: 'profiles have layers without their pack' },
  { state: 'empty', one: 'profile has values still empty', more: 'profiles have values still empty' },
  { state: 'missingMacros', one: 'profile refers to a missing macro', more: 'profiles refer to missing macros' },
  { state: 'oldDraft', one: 'draft is older than 30 days', more: 'drafts are older than 30 days' },
] as const

interface AttentionCardProps {
  attention: HomeBody['attention']
  canAddRegistry: boolean
}

export function AttentionCard({
  attention: { states, missingMacros, failedRegistries, usableRegistries },
  canAddRegistry,
}: AttentionCardProps) {
  const scope = useScope()
  const lines = [
    ...STATES.map(({ state, one, more }) => ({
      key: state,
      count: states[state] ?? 0,
      one,
      more,
      names: state === 'missingMacros' ? missingMacros : [],
      to: paths.profiles(scope, { state }),
    })),
    {
      key: 'registries',
      count: failedRegistries ?? 0,
      one: 'registry could not be synced',
      more: 'registries could not be synced',
      names: [],
      to: paths.registriesInState('failed'),
    },
  ].filter(({ count }) => count > 0)
  const lacksRegistry = canAddRegistry && usableRegistries === 0
  return (
    <HomeCard
      title="Needs attention"
      nothing={lines.length === 0 && !lacksRegistry ? 'Nothing needs attention.' : null}
    >
      {lacksRegistry && (
        <p>
          No registry has an address yet, so there are no packs.{' '}
          <Link to={paths.registries}>Set up a registry first</Link>
        </p>
      )}
      {lines.length > 0 && (
        <ul className="wb-home-lines">
          {lines.map(({ key, count, one, more, names, to }) => (
            <li key={key}>
              <Link to={to}>
                <strong>{count.toLocaleString()}</strong> {count === 1 ? one : more}
              </Link>
              {names.length === 0 ? null : <span className="wb-subtle wb-breakable">: {names.join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </HomeCard>
  )
}
