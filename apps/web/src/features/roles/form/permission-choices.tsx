import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import { useState } from 'react'
import { groupPermissions, kindWord, verbOf, verbWord } from '../../../shared/roles/permission-words.ts'
import '../../../shared/roles/role-choices.css'

interface PermissionChoicesProps {
  /** The permissions available to a role of the chosen scope. */
  permissions: readonly string[]
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}

/** Permissions grouped by kind, with a checkbox each and one for the whole group, and a search. */
export function PermissionChoices({ permissions, chosen, onChoose }: PermissionChoicesProps) {
  const [search, setSearch] = useState('')
  const groups = groupPermissions(permissions).filter(([kind, group]) => isFound(search, kind, group))
  return (
    <div role="group" aria-labelledby="role-permissions" className="wb-permissions wb-flow">
      <h2 id="role-permissions">What it allows</h2>
      <TextInput
        type="search"
        customIcon={<SearchIcon />}
        aria-label="Search permissions"
        placeholder="Macros, publish, packRegistry.get …"
        value={search}
        onChange={(_event, text) => setSearch(text)}
      />
      <p role="status" className="wb-subtle">
        {chosen.length} of {permissions.length} chosen
      </p>
      {groups.length === 0 && <p>No permission matches.</p>}
      {groups.map(([kind, group]) => (
        <PermissionGroup key={kind} kind={kind} permissions={group} chosen={chosen} onChoose={onChoose} />
      ))}
    </div>
  )
}

function isFound(search: string, kind: string, group: readonly string[]): boolean {
  const text = search.trim().toLowerCase()
  const words = [kindWord(kind), ...group, ...group.map((permission) => verbWord(verbOf(permission)))]
  return words.some((word) => word.toLowerCase().includes(text))
}

interface PermissionGroupProps extends PermissionChoicesProps {
  kind: string
}

function PermissionGroup({ kind, permissions, chosen, onChoose }: PermissionGroupProps) {
  const others = chosen.filter((permission) => !permissions.includes(permission))
  const count = chosen.length - others.length
  return (
    <fieldset className="wb-permission-group">
      <legend className="pf-v6-screen-reader">{kindWord(kind)}</legend>
      <Checkbox
        id={`all-${kind}`}
        label={<strong>{kindWord(kind)}</strong>}
        aria-label={`${kindWord(kind)}: all`}
        isChecked={count === permissions.length ? true : count === 0 ? false : null}
        onChange={(_event, isOn) => onChoose(isOn ? [...others, ...permissions] : others)}
      />
      <div className="wb-role-choices">
        {permissions.map((permission) => (
          <Checkbox
            key={permission}
            id={permission}
            label={verbWord(verbOf(permission))}
            aria-label={`${kindWord(kind)}: ${verbWord(verbOf(permission))}`}
            description={permission}
            isChecked={chosen.includes(permission)}
            onChange={(_event, isOn) =>
              onChoose(isOn ? [...chosen, permission] : chosen.filter((each) => each !== permission))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
