/** Enables everything that is off by default. */
export const turnedOn = {
  pullSecrets: [{ name: 'pull' }],
  secret: { migrationDatabaseUrlKey: 'migrationDatabaseUrl', otlpHeadersKey: 'otlpHeaders' },
  settings: { PUBLIC_URL: 'https://waybill.test', TRUST_PROXY: '10.0.0.0/8', AUDIT_DAYS: '30', LOG_LEVEL: 'warn' },
  ingress: {
    enabled: true,
    className: 'nginx',
    annotations: { a: 'b' },
    host: 'waybill.test',
    tlsSecret: 'waybill-tls',
  },
  serviceAccount: { annotations: { role: 'none' } },
  networkPolicy: {
    from: [{ namespaceSelector: { matchLabels: { name: 'ingress' } } }],
    databaseTo: [{ ipBlock: { cidr: '10.1.0.0/16' } }],
    outwardPorts: [443, 4318],
  },
  podAnnotations: { 'prometheus.io/scrape': 'true' },
  nodeSelector: { pool: 'small' },
  tolerations: [{ key: 'small', operator: 'Exists' }],
  affinity: { nodeAffinity: {} },
}

/** Values that the chart's schema and templates must refuse, by fault. */
export const refused = {
  'an unknown value': { replicaz: 2 },
  'a secret among the settings': { settings: { DATABASE_URL: 'postgresql://…' } },
  'an ingress without a host': { ingress: { enabled: true } },
}
