import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import type { PermissionsBody } from '@waybill/api-contract'
import type { SyntheticEvent } from 'react'
import { paths } from '../../../shared/navigation/paths.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { LeaveDialog } from '../../../shared/ui/dialogs/leave-dialog.tsx'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { Crumbs } from '../../../shared/ui/page/crumbs.tsx'
import { SaveBar } from '../../../shared/ui/page/end-bar.tsx'
import { FailureAlert } from '../../../shared/ui/messages/failure-alert.tsx'
import { PageHead } from '../../../shared/ui/page/page-head.tsx'
import { PermissionChoices } from './permission-choices.tsx'
import type { RoleDraft } from './role-draft.ts'
import { useRoleForm } from './use-role-form.ts'
import { PageSection } from '../../../shared/ui/page/page-section.tsx'
import './role-form.css'

interface RoleFormPageProps {
  start: RoleDraft
  /** Null to add one. */
  stored: Role | null
  permissions: PermissionsBody
}

const SCOPES = [
  { scope: 'project', label: 'A project', hint: 'Or the tenant, and then in all its projects.' },
  { scope: 'tenant', label: 'The tenant', hint: 'Can allow what only the tenant has: people, teams, roles, projects.' },
] as const

/** Adds or edits a role. */
export function RoleFormPage({ start, stored, permissions }: RoleFormPageProps) {
  const { draft, change, save, isBusy, nameProblem, failure, blocker } = useRoleForm(start, stored)
  const title = stored ? `Edit ${roleName(stored)}` : 'Add role'
  const back = stored ? paths.role(stored.metadata.uid) : paths.roles
  const possible = (scope: RoleDraft['scope']) =>
    permissions.filter((group) => group.scope === scope).flatMap((group) => group.permissions)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isBusy) void save()
  }
  return (
    <PageSection>
      <Crumbs list="Roles" listPath={paths.roles} here={stored ? roleName(stored) : 'Add role'} />
      <PageHead heading={title} help="people#roles" />
      <div className="wb-role-form">
        <Form onSubmit={handleSubmit} noValidate>
          <FailureAlert failure={failure} />
          <TextField
            id="role-name"
            label="Name"
            value={draft.name}
            problem={nameProblem}
            isRequired
            maxLength={253}
            onChange={(name) => change({ name })}
          />
          <FormGroup label="Can be held in" role="radiogroup" isStack fieldId="role-scope">
            {SCOPES.map(({ scope, label, hint }) => (
              <Radio
                key={scope}
                id={`role-scope-${scope}`}
                name="role-scope"
                label={label}
                description={hint}
                isChecked={draft.scope === scope}
                onChange={() =>
                  change({ scope, permissions: draft.permissions.filter((each) => possible(scope).includes(each)) })
                }
              />
            ))}
          </FormGroup>
          <PermissionChoices
            permissions={possible(draft.scope)}
            chosen={draft.permissions}
            onChoose={(chosen) => change({ permissions: chosen })}
          />
          <SaveBar isBusy={isBusy} back={back} />
        </Form>
      </div>
      <LeaveDialog blocker={blocker} />
    </PageSection>
  )
}
