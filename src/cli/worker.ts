// A worker: takes files, hands judged documents back. What cannot be cloned, functions that try further conditions, has done its work.

import { parentPort, workerData } from 'node:worker_threads';
import type { JudgedDocument } from '../verdict/verdict.ts';
import { type JudgeFileOptions, judgeFile } from './judge-file.ts';
import type { Answer, Order } from './pool.ts';

const portable = (document: JudgedDocument): JudgedDocument => {
  const bare = <T extends { claim: JudgedDocument['claims'][number]['claim'] }>(of: T): T => ({
    ...of,
    claim: {
      ...of.claim,
      readings: of.claim.readings.map(({ rescues: _, written: __, ...reading }) => reading),
    },
  });
  return {
    ...document,
    claims: document.claims.map(bare),
    contradictions: document.contradictions.map(bare),
  };
};

export const work = (): void => {
  const controller = new AbortController();
  parentPort!.on('message', (order: Order) => {
    if (order === 'stop') controller.abort();
    else
      void judgeFile(order.task, workerData as JudgeFileOptions, controller.signal)
        .then((document): Answer => ({ document: portable(document) }))
        .catch((bug: unknown): Answer => ({ bug }))
        .then(answer => parentPort!.postMessage(answer));
  });
};
