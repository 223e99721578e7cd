import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import type { Macro } from './macro-rows.ts'

/** The profiles that refer to a macro, as links. */
export function MacroUsers({ users }: { users: Macro['usedBy'] }) {
  const scope = useScope()
  if (users.length === 0) return <span className="wb-macro-none">none</span>
  return (
    <ul className="wb-macro-users">
      {users.map(({ uid, name, version }) => (
        <li key={uid}>
          <Link to={paths.profile(scope, uid)}>
            {name} {version}
          </Link>
        </li>
      ))}
    </ul>
  )
}
