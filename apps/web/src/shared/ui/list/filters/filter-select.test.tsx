import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../../../testing/draw.tsx'
import { FilterSelect } from './filter-select.tsx'

test('what can be chosen stands at its button', async () => {
  const user = draw(
    <FilterSelect
      label="State"
      choices={['draft', 'published']}
      nameOf={(choice) => choice}
      chosen={[]}
      onChoose={() => undefined}
    />,
  )
  await user.click(screen.getByRole('button', { name: 'State' }))
  const menu = (await screen.findByRole('menu')).closest('.pf-v6-c-menu')
  await waitFor(() => expect(menu?.getAttribute('data-popper-placement')).toBe('bottom-start'))
})
