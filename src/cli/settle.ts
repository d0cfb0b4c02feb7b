// The options of a call, the configuration and what holds without either, in this order of strength.

import { DEFAULT_SEED } from '../verdict/judge.ts';
import type { CheckOptions } from './check.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { tell } from './terminal.ts';

/** What the call said: an option that was not given is undefined. */
export type CallOptions = Pick<CheckOptions, 'format'> &
  Partial<Omit<CheckOptions, 'format' | 'changed'>> & {
    readonly config?: string;
    /** True without a revision. */
    readonly changed?: string | true;
  };

/** Null when the configuration cannot be used, which is told. */
export const settle = async (call: CallOptions, version: string): Promise<CheckOptions | null> => {
  let config: Config;
  try {
    config = await loadConfig(call.config);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tell(`error: ${error.message}`);
    return null;
  }
  const { changed, config: _, ...said } = call;
  return {
    ...config,
    ...said,
    seed: said.seed ?? config.seed ?? DEFAULT_SEED,
    layout: said.layout ?? config.layout ?? 'auto',
    min: said.min ?? config.min ?? 'supported',
    reports: said.reports ?? config.reports ?? 'reports',
    ...(changed !== undefined && { changed: changed === true ? 'HEAD' : changed }),
    version,
  };
};
