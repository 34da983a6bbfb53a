/** postgresql.conf of the embedded server: an office machine of two cores that other programs use too. */
import { totalmem } from 'node:os';

const GB = 1 << 30;
const MB = 1 << 20;

/** Bytes this program may count on: the machine's memory, or less in a container with a limit. */
export const memory = (): number => {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
};

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
const megabytes = (bytes: number) => `${Math.round(bytes / MB)}MB`;

/** The file's text. `extra` overrides single settings, for tests; the administrator's stand in postgresql.auto.conf. */
export function settings(socket: string, logs: string, bytes: number, extra: Record<string, string> = {}): string {
  const values: Record<string, string> = {
    // Reached through one private unix socket only: no port to find, none to collide with.
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '60',
    shared_buffers: megabytes(Math.min(Math.max(bytes / 8, 128 * MB), 1 * GB)),
    effective_cache_size: megabytes(bytes / 2),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    dynamic_shared_memory_type: 'posix',
    synchronous_commit: 'on',
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    random_page_cost: '1.1',
    // Queries of an office are short: compiling them, or taking the second core for one of them, costs more than it gives.
    jit: 'off',
    max_logical_replication_workers: '0',
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C.UTF-8',
    // One file a weekday, overwritten the week after. Terse and without statements: they hold citizens' words.
    logging_collector: 'on',
    log_directory: logs,
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...extra,
  };
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${quoted(value)}`);
  return [
    '# Written by suyuan at every start. Settings of your own: ALTER SYSTEM, or postgresql.auto.conf beside this file.',
    ...lines,
    '',
  ].join('\n');
}
