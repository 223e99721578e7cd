import type { HomeBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { cloudName, typeName } from '../../shared/ui/words/profile-words.ts'
import { HomeCard } from './home-card.tsx'

interface Bar {
  name: string
  count: number
}

export function ProfilesCard({ profiles: { count, types, clouds } }: { profiles: HomeBody['profiles'] }) {
  const scope = useScope()
  return (
    <HomeCard title="Profiles" nothing={count === 0 ? <NoProfiles to={paths.profiles(scope)} /> : null}>
      <Bars
        title="By type"
        bars={types}
        of={count}
        nameOf={typeName}
        toOf={(type) => paths.profiles(scope, { type })}
      />
      <Bars
        title="By cloud"
        bars={clouds}
        of={count}
        nameOf={cloudName}
        toOf={(cloud) => paths.profiles(scope, { cloud })}
      />
    </HomeCard>
  )
}

const NoProfiles = ({ to }: { to: string }) => (
  <>
    There are no profiles here yet. <Link to={to}>Import or add the first one</Link>
  </>
)

interface BarsProps {
  title: string
  bars: readonly Bar[]
  of: number
  nameOf: (name: string) => string
  toOf: (name: string) => string
}

/** Bars whose lengths are shares of the total. */
function Bars({ title, bars, of, nameOf, toOf }: BarsProps) {
  return (
    <>
      <h3 className="wb-home-subtitle">{title}</h3>
      <ul className="wb-home-bars">
        {bars.map(({ name, count }) => (
          <li key={name}>
            <Link to={toOf(name)}>{nameOf(name)}</Link>
            <span className="wb-home-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * count) / of}%` }} />
            </span>
            <span>{count.toLocaleString()}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
