// "did you mean …?": the nearest known name by edit distance, at most two edits (one for short names).

/** Damerau–Levenshtein distance (adjacent swaps count once), or more than `limit`. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, substitute);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
};

export const nearest = (name: string, known: Iterable<string>): string | null => {
  const limit = name.length < 4 ? 1 : 2;
  let [best, distance] = [null as string | null, limit + 1];
  for (const candidate of known) {
    if (candidate.length < 2) continue;
    const d = editDistance(name, candidate, limit);
    if (d < distance) [best, distance] = [candidate, d];
  }
  return best;
};
