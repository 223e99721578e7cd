import { openRepositories, openValidate, openWizard } from '../open-screens.ts'
import { asDevAdmin, type Screen } from './screen.ts'

/** The steps of the wizard. */
export const IMPORT: readonly Screen[] = [
  {
    name: 'import-start',
    account: asDevAdmin,
    open: async (page) => {
      const wizard = await openWizard(page)
      await wizard.uploadFile.choose.waitFor()
    },
  },
  {
    name: 'import-upload-file',
    account: asDevAdmin,
    open: async (page) => {
      const wizard = await openWizard(page)
      const content = '{\n  "metadata": {"name": "edge-base"},\n  "spec": {"version": "1.2.0",}\n}\n'
      await wizard.uploadFile.upload({ name: 'edge-base.json', content })
      await wizard.uploadFile.editor.waitFor()
    },
  },
  {
    name: 'import-validate',
    account: asDevAdmin,
    hasBarAtEnd: true,
    open: async (page) => {
      const wizard = await openValidate(page)
      await wizard.validate.row('csi-aws-ebs').getByText('once it has an address').waitFor()
    },
  },
  {
    name: 'import-select-repositories',
    account: asDevAdmin,
    open: async (page) => {
      await openRepositories(page)
    },
  },
  {
    name: 'import-confirm',
    account: asDevAdmin,
    open: async (page) => {
      const wizard = await openRepositories(page)
      await wizard.next.click()
      await wizard.confirm.publish.waitFor()
    },
  },
]
