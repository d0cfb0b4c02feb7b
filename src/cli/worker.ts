// A worker: takes one file after the other as long as there are some, hands judged documents back. What only judging needs stays behind:
// functions that try further conditions, which cannot be cloned, and how a claim was written.

import { parentPort, workerData } from 'node:worker_threads';
import type { JudgedDocument } from '../verdict/verdict.ts';
import { type JudgeFileOptions, judgeFile, type Task } from './judge-file.ts';
import type { Answer, Message, Work } from './pool.ts';

const portable = (document: JudgedDocument): JudgedDocument => {
  const bare = <T extends { claim: JudgedDocument['claims'][number]['claim'] }>(of: T): T => ({
    ...of,
    claim: {
      ...of.claim,
      readings: of.claim.readings.map(({ rescues: _, written: __, elsewhere: ___, ...reading }) => reading),
    },
  });
  return {
    ...document,
    claims: document.claims.map(bare),
    contradictions: document.contradictions.map(bare),
  };
};

export const work = async (): Promise<void> => {
  const { tasks, options, taken } = workerData as Work;
  const controller = new AbortController();
  parentPort!.once('message', () => controller.abort());
  const say = (message: Message): void => parentPort!.postMessage(message);
  for (;;) {
    const at = Atomics.add(taken, 0, 1);
    const task = tasks[at];
    if (!task) break;
    say({ at, answer: await answerTo(task, options, controller.signal) });
  }
  say('done');
};
const answerTo = async (task: Task, options: JudgeFileOptions, signal: AbortSignal): Promise<Answer> => {
  try {
    return { document: portable(await judgeFile(task, options, signal)) };
  } catch (bug) {
    return { bug };
  }
};
