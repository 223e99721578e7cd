import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { type Role, roleName, rolesFor } from './role.ts'
import './role-choices.css'

interface RoleChoicesProps {
  roles: readonly Role[]
  scope: 'tenant' | 'project'
  /** Names of roles. */
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}

/** The roles that can be held in the tenant or a project, with a checkbox each. */
export function RoleChoices({ roles, scope, chosen, onChoose }: RoleChoicesProps) {
  const groups = rolesFor(roles, scope)
  const choicesOf = (label: string, choices: readonly Role[]) => (
    <FormGroup role="group" label={label} fieldId={`roles-${scope}-${label}`}>
      <div className="wb-role-choices">
        {choices.map(roleName).map((name) => (
          <Checkbox
            key={name}
            id={`role-${name.replaceAll(' ', '-').toLowerCase()}`}
            label={name}
            isChecked={chosen.includes(name)}
            onChange={(_event, isOn) => onChoose(isOn ? [...chosen, name] : chosen.filter((each) => each !== name))}
          />
        ))}
      </div>
    </FormGroup>
  )
  return (
    <>
      {groups.tenant.length > 0 ? choicesOf('In the tenant', groups.tenant) : null}
      {choicesOf(scope === 'tenant' ? 'In all of its projects' : 'Roles in this project', groups.project)}
    </>
  )
}
