/** What the user wants; `system` follows the operating system. public/theme.js applies it, before the first paint too. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const key = 'waybill.theme'

export function readThemeChoice(): ThemeChoice {
  const stored = localStorage.getItem(key)
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system'
}

export function saveThemeChoice(choice: ThemeChoice): void {
  localStorage.setItem(key, choice)
  dispatchEvent(new Event('waybill:theme'))
}
