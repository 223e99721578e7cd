import { ExchangeAltIcon } from '@patternfly/react-icons/dist/esm/icons/exchange-alt-icon'
import { FILE } from './brought-file.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { pairSearch, type Pair, swapped } from './compared-pair.ts'
import { type PickedSide, SidePicker } from './side-picker.tsx'

interface PairPickersProps {
  pair: Pair
  left: PickedSide | null
  right: PickedSide | null
}

/** `edge-base 1.2.0 ⇄ edge-base 1.3.0` */
export function PairPickers({ pair, left, right }: PairPickersProps) {
  return (
    <div className="wb-pair">
      <SidePicker side="left" pair={pair} picked={left} search={right?.name ?? ''} />
      <LinkButton
        variant="plain"
        icon={<ExchangeAltIcon aria-hidden />}
        to={pairSearch(swapped(pair))}
        reason={pair.right === FILE ? 'There is a file on the right.' : undefined}
      >
        Swap
      </LinkButton>
      <SidePicker side="right" pair={pair} picked={right} search={left?.name ?? ''} />
    </div>
  )
}
