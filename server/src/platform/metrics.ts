import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The process's metrics; `/metrics` prints them. A part declares its own metrics with `registers: [registry]`. */
export const registry = new Registry();

collectDefaultMetrics({ register: registry, prefix: 'daihon_' });

export const metrics = {
  httpSeconds: new Histogram({
    name: 'daihon_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  }),
  sockets: new Gauge({
    name: 'daihon_sockets',
    help: 'Open sockets',
    labelNames: ['path'] as const,
    registers: [registry],
  }),
  upgradesRefused: new Counter({
    name: 'daihon_upgrades_refused_total',
    help: 'Upgrades refused before 101',
    labelNames: ['status'] as const,
    registers: [registry],
  }),
  auditRows: new Counter({
    name: 'daihon_audit_rows_total',
    help: 'Audit rows stored',
    labelNames: ['log'] as const,
    registers: [registry],
  }),
  auditCommitSeconds: new Histogram({
    name: 'daihon_audit_commit_seconds',
    help: 'Time of one group commit of audit rows',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 1],
    registers: [registry],
  }),
};
