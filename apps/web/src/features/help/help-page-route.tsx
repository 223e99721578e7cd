import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { HelpArticle } from './help-article.tsx'
import { isHelpPage, readHelp } from './help-texts.ts'

export async function loader({ context, params: { page = '' } }: LoaderFunctionArgs) {
  if (!isHelpPage(page)) return redirect(paths.help(context.get(scopeContext)))
  return { page, text: await readHelp(page) }
}

export function Component() {
  return <HelpArticle {...useLoaderData<Exclude<Awaited<ReturnType<typeof loader>>, Response>>()} />
}
