import type { HomeBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { RelativeTime } from '../../shared/ui/words/relative-time.tsx'
import { HomeCard } from './home-card.tsx'

const DONE: Readonly<Record<string, string>> = {
  create: 'Created',
  update: 'Changed',
  publish: 'Published',
  import: 'Imported',
}

export function RecentCard({ recent }: { recent: HomeBody['recent'] }) {
  const scope = useScope()
  return (
    <HomeCard title="Recently" nothing={recent.length === 0 ? 'There are no profiles here yet.' : null}>
      <ul className="wb-home-lines">
        {recent.map(({ uid, name, version, action, person, at }) => (
          <li key={uid}>
            <Link to={paths.profile(scope, uid)} className="wb-breakable">
              {name} {version}
            </Link>
            <p className="wb-subtle wb-breakable">
              {DONE[action] ?? 'Changed'} {person === '' ? null : `by ${person}, `}
              <RelativeTime at={at} />
            </p>
          </li>
        ))}
      </ul>
      <Link to={paths.profiles(scope, { sort: 'modified', order: 'desc' })}>All profiles, last changed first</Link>
    </HomeCard>
  )
}
