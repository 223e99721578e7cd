import { FilterSelect } from './filter-select.tsx'

interface OneFilterProps<Choice extends string> {
  label: string
  choices: readonly Choice[]
  nameOf: (choice: Choice) => string
  chosen: Choice | null
  onChoose: (chosen: Choice | null) => void
}

/** A filter with a single value: a new choice replaces the old one. */
export function OneFilter<Choice extends string>({ label, choices, nameOf, chosen, onChoose }: OneFilterProps<Choice>) {
  const find = (said: string | undefined) => choices.find((choice) => choice === said) ?? null
  return (
    <FilterSelect
      label={label}
      choices={choices}
      nameOf={(said) =>
        choices
          .filter((choice) => choice === said)
          .map(nameOf)
          .join('')
      }
      chosen={chosen === null ? [] : [chosen]}
      isSingle
      onChoose={(all) => onChoose(find(all.at(-1)))}
    />
  )
}
