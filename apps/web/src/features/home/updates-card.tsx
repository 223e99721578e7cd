import type { HomeBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { HomeCard } from './home-card.tsx'

const SHOWN_PACKS = 2

export function UpdatesCard({ updates: { count, hasMore, profiles } }: { updates: HomeBody['updates'] }) {
  const scope = useScope()
  return (
    <HomeCard title="Updates available" nothing={count === 0 ? 'No profile has a pack with a newer version.' : null}>
      <ul className="wb-home-lines">
        {profiles.map(({ uid, name, version, scope: owner, packs }) => (
          <li key={uid}>
            <Link to={paths.updatePacks(scope, uid)} className="wb-breakable">
              {name} {version}
            </Link>
            {owner !== scope.kind && ` belongs to the ${owner}`}
            <p className="wb-subtle wb-breakable">
              {packs
                .slice(0, SHOWN_PACKS)
                .map((pack) => `${pack.name} ${pack.from} → ${pack.to}`)
                .join(', ')}
              {packs.length > SHOWN_PACKS ? ` and ${packs.length - SHOWN_PACKS} more` : null}
            </p>
          </li>
        ))}
      </ul>
      {count > 1 && (
        <Link to={paths.profiles(scope, { state: 'updates' })}>
          {`${count.toLocaleString()}${hasMore ? '+' : ''} profiles with updates`}
        </Link>
      )}
    </HomeCard>
  )
}
