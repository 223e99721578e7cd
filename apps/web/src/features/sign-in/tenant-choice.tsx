import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'

interface TenantChoiceProps {
  tenants: readonly string[]
  action: (form: FormData) => void
  isBusy: boolean
}

/** Shown only after the password was checked, so that nobody can find out which tenants an e-mail belongs to. */
export function TenantChoice({ tenants, action, isBusy }: TenantChoiceProps) {
  return (
    <form action={action} aria-labelledby="tenant-choice" className="wb-flow">
      <h2 id="tenant-choice">Which tenant?</h2>
      <p>Your e-mail and password open more than one.</p>
      {tenants.map((tenant, index) => (
        <Button
          key={tenant}
          type="submit"
          name="tenant"
          value={tenant}
          variant="secondary"
          isBlock
          isDisabled={isBusy}
          autoFocus={index === 0}
        >
          {tenant}
        </Button>
      ))}
      <Button type="submit" variant="link" isDisabled={isBusy}>
        Use another account
      </Button>
    </form>
  )
}
