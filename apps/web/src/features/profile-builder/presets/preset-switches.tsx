import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { ConsolePackBody } from '@waybill/api-contract'
import { enabledPresets, switchPresetOff, switchPresetOn } from '@waybill/values-merge'
import { useId, useState } from 'react'
import { useBuilder } from '../state/builder-store.ts'
import { valuesKey } from '../state/stack-texts.ts'
import { presetWords } from './preset-words.ts'

type PackPreset = ConsolePackBody['presets'][number]

interface PresetSwitchesProps {
  layer: string
  pack: ConsolePackBody
}

/** The presets of the pack, at most one per group; each change is one undoable step. */
export function PresetSwitches({ layer, pack }: PresetSwitchesProps) {
  const key = valuesKey(layer)
  const text = useBuilder(({ texts }) => texts[key] ?? '')
  const texts = useBuilder((state) => state.texts)
  const dispatch = useBuilder((state) => state.dispatch)
  const [refused, setRefused] = useState<{ preset: string; text: string } | null>(null)
  const enabled = enabledPresets(text)
  const handleSwitch = (preset: PackPreset, isOn: boolean) => {
    const switched = isOn ? switchPresetOn({ text, preset }) : switchPresetOff({ text, preset, defaults: pack.values })
    if (switched === undefined) return setRefused({ preset: preset.displayName || preset.name, text })
    setRefused(null)
    dispatch({ type: 'arrange', texts: { ...texts, [key]: switched } })
  }
  return (
    <div className="wb-flow">
      {refused?.text === text && (
        <Alert
          isInline
          component="p"
          role="alert"
          variant="warning"
          title={`${refused.preset} cannot be switched: the values that it sets were changed in another way. Change them in the text.`}
        />
      )}
      {[...Map.groupBy(pack.presets, ({ group }) => group)].map(([group, presets]) => (
        <fieldset key={group} className="wb-preset-group wb-flow">
          <legend>{group}</legend>
          {presets.map((preset) => (
            <PresetSwitch
              key={preset.name}
              preset={preset}
              isOn={enabled.some((each) => each.group === preset.group && each.name === preset.name)}
              onSwitch={(isOn) => handleSwitch(preset, isOn)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

interface PresetSwitchProps {
  preset: PackPreset
  isOn: boolean
  onSwitch: (isOn: boolean) => void
}

function PresetSwitch({ preset, isOn, onSwitch }: PresetSwitchProps) {
  const id = useId()
  return (
    <div>
      <Switch
        id={id}
        label={preset.displayName || preset.name}
        aria-describedby={`${id}-words`}
        isChecked={isOn}
        onChange={(_event, isWanted) => onSwitch(isWanted)}
      />
      <p className="wb-subtle" id={`${id}-words`}>
        {presetWords(preset)}
      </p>
    </div>
  )
}
