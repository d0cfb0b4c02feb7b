// Tasks shared among processes: answers come in the order of the tasks, whatever the number of processes.
// A process that fails ends the whole with an error.

import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const onAllCores = <Task, Answer>(
  /** `import.meta.url` of the script that answers tasks when it is started with these arguments. */
  script: string,
  args: readonly string[],
  tasks: readonly Task[],
  processes = availableParallelism(),
): Promise<Answer[]> =>
  new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    let [next, done] = [0, 0];
    const give = (child: ChildProcess): void => {
      const at = next++;
      const task = tasks[at];
      if (task === undefined) {
        child.disconnect();
        return;
      }
      child.once('message', (answer: Answer) => {
        answers[at] = answer;
        if (++done === tasks.length) resolve(answers);
        give(child);
      });
      child.send(task as object);
    };
    for (let k = 0; k < Math.min(processes, tasks.length); k++) {
      const child = fork(fileURLToPath(script), args, { serialization: 'advanced' });
      child.once('error', reject);
      child.once('exit', code => {
        if (code) reject(new Error(`a process ended with ${code}`));
      });
      give(child);
    }
  });

/** In the process that answers. */
export const answering = <Task, Answer>(answer: (task: Task) => Answer | Promise<Answer>): void => {
  process.on('message', async (task: Task) => process.send!(await answer(task)));
};
