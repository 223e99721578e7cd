import { Link } from 'react-router'
import { paths, projectPath } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import type { Macro } from './macro-rows.ts'

/** Links to the profiles that refer to a macro; only their number for users who may not list profiles. */
export function MacroUsers({ macro: { usedBy: users, hidden } }: { macro: Macro }) {
  const scope = useScope()
  if (hidden > 0) return <span className="wb-macro-none">{hidden} that you cannot see</span>
  if (users.length === 0) return <span className="wb-macro-none">none</span>
  return (
    <ul className="wb-macro-users">
      {users.map(({ uid, name, version, projectUid }) => (
        <li key={uid}>
          <Link to={paths.profile(projectUid === null ? scope : projectPath(projectUid), uid)}>
            {name} {version}
          </Link>
        </li>
      ))}
    </ul>
  )
}
