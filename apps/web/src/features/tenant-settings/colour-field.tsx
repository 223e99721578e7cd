import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { TENANT_COLOURS, type TenantColour } from '@waybill/api-contract'
import type { TenantForm } from './use-tenant-form.ts'

/** The colour that distinguishes this tenant, with a preview of the header. */
export function ColourField({ form, isDisabled }: { form: TenantForm; isDisabled: boolean }) {
  const { name, colour } = form.draft
  return (
    <>
      <FormGroup label="Colour" role="radiogroup" className="wb-colours">
        {TENANT_COLOURS.map((each) => (
          <Radio
            key={each}
            id={`tenant-colour-${each}`}
            name="tenant-colour"
            label={<Swatch colour={each} />}
            isChecked={colour === each}
            isDisabled={isDisabled}
            onChange={() => form.change({ colour: each })}
          />
        ))}
      </FormGroup>
      <div
        className="wb-bar-preview"
        data-colour={colour}
        role="img"
        aria-label={`The bar above in ${colourName(colour)}`}
      >
        <span className="wb-scope-tenant">{name}</span> ▸ <span className="wb-scope-name">Tenant</span>
      </div>
    </>
  )
}

function Swatch({ colour }: { colour: TenantColour }) {
  return (
    <span className="wb-swatch" data-colour={colour}>
      {colourName(colour)}
    </span>
  )
}

/** The API uses the CSS spelling; the console uses British spelling. */
const colourName = (colour: TenantColour): string => (colour === 'gray' ? 'grey' : colour)
