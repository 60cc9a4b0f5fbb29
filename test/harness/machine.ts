import { cpus, release, totalmem, type } from 'node:os';

/** Names the machine of a measurement: processor, cores, memory, system, Node. */
export function machineLine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${processors.length} cores, ${gigabytes} GB, ${type()} ${release()}, Node ${process.versions.node}`;
}
