import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { PermissionsBody } from '@waybill/api-contract'
import type { SyntheticEvent } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { LeaveDialog } from '../../../shared/ui/dialogs/leave-dialog.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { EndBar } from '../../../shared/ui/page/end-bar.tsx'
import { PageHeading } from '../../../shared/ui/page/page-heading.tsx'
import { PermissionChoices } from './permission-choices.tsx'
import type { RoleDraft } from './role-draft.ts'
import { useRoleForm } from './use-role-form.ts'
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

/** Adds a role, or changes one. */
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
      <div className="wb-role-form">
        <Breadcrumb>
          <BreadcrumbItem>
            <Link to={paths.roles}>Roles</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{stored ? roleName(stored) : 'Add role'}</BreadcrumbItem>
        </Breadcrumb>
        <PageHeading>{title}</PageHeading>
        <Form onSubmit={handleSubmit} noValidate>
          <div role="alert">
            {failure === '' ? null : <Alert component="p" isInline variant="danger" title={failure} />}
          </div>
          <FormGroup label="Name" fieldId="role-name" isRequired>
            <TextInput
              id="role-name"
              isRequired
              maxLength={253}
              value={draft.name}
              validated={nameProblem === '' ? 'default' : 'error'}
              aria-describedby="role-name-help"
              onChange={(_event, name) => change({ name })}
            />
            <FieldText id="role-name-help" problem={nameProblem} />
          </FormGroup>
          <FormGroup label="Can be held in" role="radiogroup" fieldId="role-scope">
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
          <EndBar>
            <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
              Save
            </Button>
            <LinkButton variant="link" to={back}>
              Cancel
            </LinkButton>
          </EndBar>
        </Form>
      </div>
      <LeaveDialog blocker={blocker} title="Leave without saving?">
        Your changes will be lost.
      </LeaveDialog>
    </PageSection>
  )
}
