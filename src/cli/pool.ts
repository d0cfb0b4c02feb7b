// Many files on several processor cores: each worker judges one file after the other. The report is the same as without workers,
// since every claim has its own random stream and files keep their order.

import { availableParallelism } from 'node:os';
import type { JudgedDocument } from '../verdict/verdict.ts';
import type { JudgeFileOptions, Task } from './judge-file.ts';

export type Answer = { readonly document: JudgedDocument } | { readonly bug: unknown };
/** To a worker: a file to judge, or that it should finish the claim at hand. */
export type Order = { readonly task: Task } | 'stop';

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
  return new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    let [next, busy, done] = [0, count, 0];
    const threads = Array.from({ length: count }, () => {
      const thread = new Worker(process.argv[1]!, { workerData: options });
      const give = (): void => {
        const at = next++;
        const task = tasks[at];
        if (!task || signal.aborted) {
          void thread.terminate();
          if (--busy === 0) resolve(answers);
          return;
        }
        thread.once('message', (answer: Answer) => {
          answers[at] = answer;
          onAnswer(answer, ++done);
          give();
        });
        thread.postMessage({ task } satisfies Order);
      };
      thread.on('error', reject);
      give();
      return thread;
    });
    signal.addEventListener('abort', () => {
      for (const thread of threads) thread.postMessage('stop' satisfies Order);
    });
  });
};
