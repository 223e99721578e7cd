import { describe, expect, it } from 'vitest'
import { madeSecret } from '../../testing/made-secret.ts'
import { scanShapes } from './scan-shapes.ts'

/**
 * The formats of providers' tokens, with the prefix in two pieces so that none of our files contains one, and the form
 * of the rest.
 */
const FORMATS: readonly (readonly [provider: string, head: string, tail: string, form: string])[] = [
  ['GitHub, personal', 'gh', 'p_', 'random36'],
  ['GitHub, OAuth', 'gh', 'o_', 'random36'],
  ['GitHub, app', 'gh', 's_', 'random36'],
  ['GitHub, refresh', 'gh', 'r_', 'random36'],
  ['GitHub, fine-grained', 'github', '_pat_', 'random82'],
  ['GitLab, personal', 'gl', 'pat-', 'random20'],
  ['GitLab, trigger', 'gl', 'ptt-', 'hex40'],
  ['GitLab, deploy', 'gl', 'dt-', 'random20'],
  ['GitLab, runner', 'gl', 'rt-', 'random20'],
  ['Slack, bot', 'xo', 'xb-', 'random40'],
  ['Slack, user', 'xo', 'xp-', 'random40'],
  ['Slack, app', 'xa', 'pp-', 'random40'],
  ['AWS, key id', 'AK', 'IA', 'upper16'],
  ['AWS, session key id', 'AS', 'IA', 'upper16'],
  ['Google, key', 'AI', 'za', 'random35'],
  ['Google, OAuth secret', 'GOC', 'SPX-', 'random28'],
  ['Google, access token', 'ya', '29.', 'random64'],
  ['Anthropic', 'sk-', 'ant-', 'random95'],
  ['OpenAI, project', 'sk-', 'proj-', 'random48'],
  ['OpenAI', 'sk', '-', 'random48'],
  ['Stripe, live', 'sk_', 'live_', 'random24'],
  ['Stripe, restricted', 'rk_', 'live_', 'random24'],
  ['Stripe, webhook', 'wh', 'sec_', 'random32'],
  ['Hugging Face', 'h', 'f_', 'random34'],
  ['NVIDIA', 'nv', 'api-', 'random64'],
  ['Groq', 'gs', 'k_', 'random52'],
  ['Replicate', 'r', '8_', 'random37'],
  ['Vault, service', 'hv', 's.', 'random24'],
  ['Vault, batch', 'hv', 'b.', 'random138'],
  ['Grafana, service account', 'gl', 'sa_', 'random41'],
  ['Grafana, cloud', 'gl', 'c_', 'random40'],
  ['npm', 'np', 'm_', 'random36'],
  ['PyPI', 'py', 'pi-AgEI', 'random140'],
  ['RubyGems', 'ruby', 'gems_', 'hex48'],
  ['Docker, personal', 'dckr', '_pat_', 'random27'],
  ['Docker, organisation', 'dckr', '_oat_', 'random32'],
  ['SendGrid', 'S', 'G.', 'random66'],
  ['Mailgun', 'ke', 'y-', 'hex32'],
  ['Brevo', 'xkey', 'sib-', 'hex64'],
  ['Shopify', 'sh', 'pat_', 'hex32'],
  ['DigitalOcean, personal', 'dop', '_v1_', 'hex64'],
  ['DigitalOcean, OAuth', 'doo', '_v1_', 'hex64'],
  ['Heroku', 'HR', 'KU-', 'uuid'],
  ['Tailscale', 'ts', 'key-auth-', 'random24'],
  ['Databricks', 'da', 'pi', 'hex32'],
  ['Linear', 'lin', '_api_', 'random40'],
  ['Notion', 'nt', 'n_', 'random46'],
  ['Figma', 'fi', 'gd_', 'random40'],
  ['Doppler', 'dp', '.pt.', 'random43'],
  ['Pulumi', 'pu', 'l-', 'hex40'],
  ['Sourcegraph', 'sg', 'p_', 'hex40'],
  ['Sentry', 'snt', 'rys_', 'random64'],
  ['New Relic', 'NR', 'AK-', 'upper27'],
  ['PostHog', 'ph', 'c_', 'random43'],
  ['Square', 'EA', 'AA', 'random60'],
  ['Postman', 'PM', 'AK-', 'hex59'],
  ['age', 'AGE-SECRET', '-KEY-1', 'upper58'],
  ['Atlassian', 'AT', 'ATT3', 'random180'],
  ['OpenShift', 'sha', '256~', 'random43'],
  ['Supabase', 'sb', 'p_', 'hex40'],
  ['Alibaba', 'LT', 'AI', 'random20'],
  ['PlanetScale', 'pscale', '_tkn_', 'random43'],
  ['Dynatrace', 'dt', '0c01.', 'random90'],
  ['Artifactory', 'AK', 'Cp', 'random69'],
  ['CircleCI', 'CC', 'IPAT_', 'random62'],
  ['Buildkite', 'bk', 'ua_', 'hex40'],
  ['Twilio', 'S', 'K', 'hex32'],
  ['LangSmith', 'ls', 'v2_pt_', 'hex42'],
  ['Infisical', 'infi', 'sical_', 'random40'],
  ['NATS, user seed', 'SU', 'A', 'upper55'],
]

const found = (text: string) =>
  scanShapes(text)
    .filter(({ strength }) => strength === 'certain')
    .map(({ start, end }) => text.slice(start, end))

describe('a provider’s token', () => {
  const tokens = FORMATS.map(
    ([provider, head, tail, form]) => [provider, head + tail + madeSecret(form, provider).secret] as const,
  )

  it.each(tokens)('is recognised by its prefix: %s', (_, token) => {
    expect(found(`x ${token} y`)).toContain(token)
  })

  it.each(tokens)('is recognised after an equals sign: %s', (_, token) => {
    expect(found(`KEY=${token}`)).toContain(token)
  })

  it.each(tokens)('is not recognised inside another word: %s', (_, token) => {
    expect(found(`x zz${token} y`)).not.toContain(token)
  })

  it.each(FORMATS)('is not recognised if only words follow the prefix: %s', (_, head, tail) => {
    expect(found(`x ${head}${tail}service_account_name_of_the_shop y`)).toEqual([])
  })
})
