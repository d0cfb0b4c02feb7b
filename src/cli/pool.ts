// Many files on several processor cores: each worker takes the next file that nobody has taken. The report is the same as without workers,
// since every claim has its own random stream and files keep their order.

import { availableParallelism } from 'node:os';
import type { JudgedDocument } from '../verdict/verdict.ts';
import type { JudgeFileOptions, Task } from './judge-file.ts';

export type Answer = { readonly document: JudgedDocument } | { readonly bug: unknown };
/** What a worker begins with. */
export interface Work {
  readonly tasks: readonly Task[];
  readonly options: JudgeFileOptions;
  /** How many tasks have been taken, shared by all. */
  readonly taken: Int32Array;
}
/** From a worker: the answer to a task, or that there is no task left. */
export type Message = { readonly at: number; readonly answer: Answer } | 'done';

/** Of a worker: a document fits in, so that little of it is copied when garbage is collected. */
const ROOM = { maxYoungGenerationSizeMb: 96 };
/** So many files make it worth to start another thread. */
const FILES_EACH = 8;

export const workersFor = (files: number): number =>
  Math.min(availableParallelism(), Math.floor(files / FILES_EACH));

/** Judges the tasks on so many threads; answers in the order of the tasks, as far as they were begun. */
export const inParallel = async (
  tasks: readonly Task[],
  options: JudgeFileOptions,
  count: number,
  {
    signal,
    onAnswer,
  }: { readonly signal: AbortSignal; readonly onAnswer: (answer: Answer, done: number) => void },
): Promise<Answer[]> => {
  const { Worker } = await import('node:worker_threads');
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: Work = { tasks, options, taken };
  return new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    let [busy, done] = [count, 0];
    const threads = Array.from({ length: count }, () => {
      const thread = new Worker(process.argv[1]!, { workerData, resourceLimits: ROOM });
      thread.on('error', reject);
      thread.on('message', (message: Message) => {
        if (message !== 'done') {
          answers[message.at] = message.answer;
          onAnswer(message.answer, ++done);
          return;
        }
        void thread.terminate();
        if (--busy === 0) resolve(answers);
      });
      return thread;
    });
    signal.addEventListener('abort', () => {
      Atomics.store(taken, 0, tasks.length);
      for (const thread of threads) thread.postMessage('stop');
    });
  });
};
