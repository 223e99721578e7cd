export interface PasswordDraft {
  current: string
  next: string
  repeated: string
}

export const NO_PASSWORDS: PasswordDraft = { current: '', next: '', repeated: '' }

const SHORTEST = 12

/** Problems found before anything is sent. */
export function passwordProblems(
  { current, next, repeated }: PasswordDraft,
  { asksCurrent }: { asksCurrent: boolean },
): Readonly<Partial<Record<keyof PasswordDraft, string>>> {
  return {
    ...(asksCurrent && current === '' && { current: 'Enter your current password.' }),
    ...(next.length < SHORTEST && { next: `Use at least ${SHORTEST} characters.` }),
    ...(repeated !== next && { repeated: 'The passwords do not match.' }),
  }
}
