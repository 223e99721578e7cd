import type { Locator } from '@playwright/test'

/** A page with a table of roles by scope, and their dialog. */
interface RolesPage {
  roles: Locator
  dialog: Locator
}

/** Gives or takes roles in a scope, of a person or a team. */
export async function editRoles(
  { roles, dialog }: RolesPage,
  where: string,
  changes: Readonly<Record<string, boolean>>,
): Promise<void> {
  await roles.getByRole('button', { name: `Edit roles in ${where}`, exact: true }).click()
  for (const [name, isHeld] of Object.entries(changes))
    await dialog.getByRole('checkbox', { name, exact: true }).setChecked(isHeld)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
}
